using System.CommandLine;

namespace Strongroom.Cli.Api;

/// <summary>Finds which server is meant, whom to trust and who calls: option, environment, session, built-in.</summary>
internal static class Connections
{
    private const string BuiltIn = "https://localhost:8443";

    /// <exception cref="StoppedException">The address or the key's file cannot be used.</exception>
    public static Connection Open(ParseResult parsed, Surroundings surroundings)
    {
        var file = new SessionFile(surroundings.StateFolder);
        KeptSession session = file.Read();
        Uri server = Server(parsed.GetValue(ServerOptions.Server) ?? surroundings.Server, session.Server);

        // A session's token goes to the server that gave it and to no other.
        session = session.Server == server ? session : KeptSession.None;
        string? certificate = Certificate(parsed, surroundings) ?? session.Certificate
            ?? OwnAuthority(server, surroundings);
        var connection = new Connection(server, certificate)
        {
            Key = Key(parsed.GetValue(ServerOptions.KeyFile), surroundings),
            IsDryRun = parsed.GetValue(ServerOptions.DryRun),
            SessionChanged = token => Keep(file, server, certificate, token),
        };
        return connection.With(session.Token);
    }

    private static void Keep(SessionFile file, Uri server, string? certificate, string? token)
    {
        if (token is null)
        {
            file.Delete();
        }
        else
        {
            file.Write(server, certificate is null ? null : Path.GetFullPath(certificate), token);
        }
    }

    private static string? Certificate(ParseResult parsed, Surroundings surroundings) =>
        parsed.GetValue(ServerOptions.Certificate) ?? surroundings.Certificate;

    private static Uri Server(string? named, Uri? signedInTo) =>
        named is null ? signedInTo ?? new Uri(BuiltIn) : Address(named);

    private static Uri Address(string untrustedAddress) =>
        Uri.TryCreate(untrustedAddress, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps
            ? new Uri(address.GetLeftPart(UriPartial.Authority))
            : throw new StoppedException(
                ExitCodes.Usage, "the server's address is not https", "for example --server https://localhost:8443");

    /// <summary>On the server's own machine its authority's file is the one to trust.</summary>
    private static string? OwnAuthority(Uri server, Surroundings surroundings)
    {
        string file = Path.Combine(surroundings.CredentialsPath, "authority.pem");
        return server.IsLoopback && File.Exists(file) ? file : null;
    }

    private static string? Key(string? keyFile, Surroundings surroundings)
    {
        string? key = keyFile is null ? surroundings.ApiKey : File.ReadAllText(keyFile);
        return string.IsNullOrWhiteSpace(key) ? null : key.Trim();
    }
}
