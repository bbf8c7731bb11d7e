namespace Strongroom.Server.Staff;

/// <summary>What the caller learns of a session; the token travels in the cookie only.</summary>
/// <param name="ExpiresAt">When it ends however busy it is.</param>
/// <param name="IdleMinutes">How long it may be unused.</param>
internal sealed record SessionCard(DateTimeOffset ExpiresAt, int IdleMinutes);
