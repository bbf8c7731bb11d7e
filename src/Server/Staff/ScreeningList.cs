namespace Strongroom.Server.Staff;

/// <summary>Every screening of one person, newest first.</summary>
internal sealed record ScreeningList(IReadOnlyList<ScreeningCard> Items);
