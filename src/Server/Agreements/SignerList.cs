namespace Strongroom.Server.Agreements;

/// <summary>Who has signed a version and who has not, by name.</summary>
internal sealed record SignerList(IReadOnlyList<SignerCard> Items);
