namespace Strongroom.Server.Staff;

/// <summary>The caller's own passkeys, the oldest first.</summary>
internal sealed record PasskeyList(IReadOnlyList<PasskeyCard> Items);
