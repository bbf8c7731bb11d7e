namespace Strongroom.Server.Agreements;

/// <summary>Every version, newest first, without texts.</summary>
internal sealed record AgreementList(IReadOnlyList<AgreementCard> Items);
