namespace Strongroom.Server.Staff;

/// <summary>A session's token on its way to the caller's cookie. It does not print.</summary>
internal sealed class SessionToken(string text, DateTimeOffset endsAt)
{
    public DateTimeOffset EndsAt => endsAt;

    /// <summary>The token itself, for the cookie only.</summary>
    public string Reveal() => text;

    public override string ToString() => nameof(SessionToken);
}
