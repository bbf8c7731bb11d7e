namespace Strongroom.Cli.Api;

/// <summary>A session as it is kept between two commands; all empty where nobody is signed in.</summary>
/// <param name="Server">The server that gave the token.</param>
/// <param name="Certificate">The file of the authority that was trusted.</param>
/// <param name="Token">The token.</param>
internal sealed record KeptSession(Uri? Server, string? Certificate, string? Token)
{
    public static readonly KeptSession None = new(null, null, null);

    public override string ToString() => nameof(KeptSession);
}
