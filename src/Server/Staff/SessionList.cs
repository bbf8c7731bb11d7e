namespace Strongroom.Server.Staff;

/// <summary>The caller's own sessions, the last used first.</summary>
internal sealed record SessionList(IReadOnlyList<OwnSessionCard> Items);
