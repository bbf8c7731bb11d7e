namespace Strongroom.Server.Recipients;

/// <summary>The recipients, those whose codes are in use first.</summary>
internal sealed record RecipientList(IReadOnlyList<RecipientCard> Items);
