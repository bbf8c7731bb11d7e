using Strongroom.Server.Shell;

namespace Strongroom.Server.Setup;

/// <summary>What people will type, and where the certificate comes from.</summary>
internal sealed record AddressChoice
{
    public required Uri PublicUrl { get; init; }

    public required TlsMode TlsMode { get; init; }

    /// <summary>PEM, in mode <c>files</c>.</summary>
    public string CertificateFile { get; init; } = string.Empty;

    /// <summary>PEM, in mode <c>files</c>.</summary>
    public string KeyFile { get; init; } = string.Empty;

    /// <summary>The choice as settings.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings()
    {
        yield return new("Server:PublicUrl", PublicUrl.GetLeftPart(UriPartial.Authority));
        if (TlsMode == TlsMode.Files)
        {
            yield return new("Tls:Mode", "files");
            yield return new("Tls:CertificateFile", CertificateFile);
            yield return new("Tls:KeyFile", KeyFile);
        }
    }
}
