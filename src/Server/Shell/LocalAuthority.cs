using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Strongroom.Server.Shell;

/// <summary>
/// Makes our own authority and the server's certificate in the credentials folder, for networks without a public
/// name.
/// </summary>
internal static class LocalAuthority
{
    private const string AuthorityName = "authority.pem";
    private const string AuthorityKeyFile = "authority-key.pem";
    private const int AuthorityYears = 20;
    private const int ServerDays = 397; // browsers take no longer life
    private const int RenewDays = 30;

    /// <summary>The authority's own certificate; it is no secret.</summary>
    public static string AuthorityFile(string credentials) => Path.Combine(credentials, AuthorityName);

    public static string CertificateFile(string credentials) => Path.Combine(credentials, "server.pem");

    public static string KeyFile(string credentials) => Path.Combine(credentials, "server-key.pem");

    /// <summary>Makes what is missing or nearly over, each file readable by this account only.</summary>
    public static void Ensure(
        string credentials, Settings settings, IReadOnlyList<string> moreHosts, TimeProvider time)
    {
        string[] hosts = [.. Hosts(settings, moreHosts)];
        MakeFolder(credentials);
        DateTimeOffset now = time.GetUtcNow();
        if (!File.Exists(Path.Combine(credentials, AuthorityKeyFile)))
        {
            MakeAuthority(credentials, now);
        }

        if (!IsGood(credentials, hosts, now))
        {
            MakeServer(credentials, hosts, now);
        }
    }

    private static bool IsGood(string credentials, string[] hosts, DateTimeOffset now)
    {
        if (!File.Exists(CertificateFile(credentials)) || !File.Exists(KeyFile(credentials)))
        {
            return false;
        }

        using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(CertificateFile(credentials)));
        return certificate.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(RenewDays)
            && hosts.All(
                host => certificate.MatchesHostname(host, allowWildcards: false, allowCommonName: false));
    }

    private static void MakeAuthority(string credentials, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Strongroom local authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 authority = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(AuthorityYears));
        Write(credentials, AuthorityName, authority.ExportCertificatePem());
        Write(credentials, AuthorityKeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    private static void MakeServer(string credentials, string[] hosts, DateTimeOffset now)
    {
        string authorityPem = File.ReadAllText(AuthorityFile(credentials));
        using var authority = X509Certificate2.CreateFromPem(
            authorityPem, File.ReadAllText(Path.Combine(credentials, AuthorityKeyFile)));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Strongroom", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(Names(hosts));
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7f;
        using X509Certificate2 made = request.Create(authority, now.AddDays(-1), now.AddDays(ServerDays), serial);
        Write(credentials, "server-key.pem", key.ExportPkcs8PrivateKeyPem());
        Write(credentials, "server.pem", made.ExportCertificatePem() + "\n" + authorityPem);
    }

    private static X509Extension Names(string[] hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (string host in hosts)
        {
            if (System.Net.IPAddress.TryParse(host, out System.Net.IPAddress? address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    // The addresses that people on this machine and, where it is known, on the network type.
    private static IEnumerable<string> Hosts(Settings settings, IReadOnlyList<string> moreHosts) =>
        settings.ServerUrls.Concat(settings.IntakeUrls).Append(settings.PublicUrl).Append(settings.IntakePublicUrl)
            .OfType<Uri>().Select(url => url.DnsSafeHost)
            .Where(host => host is not ("0.0.0.0" or "::"))
            .Concat(["localhost", "127.0.0.1", "::1"])
            .Concat(moreHosts)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Write(string credentials, string name, string pem)
    {
        string file = Path.Combine(credentials, name);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(file + ".new");
        using (var stream = new FileStream(file + ".new", options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(pem));
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + ".new", file, overwrite: true);
    }
}
