using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Strongroom.Cli.Api;

/// <summary>Which certificates the connection trusts: those of a PEM file alone, or else the system's.</summary>
internal static class CertificateTrust
{
    /// <exception cref="StoppedException">The file holds no certificate.</exception>
    public static SocketsHttpHandler Handler(string? certificateFile)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = 16,
        };
        if (certificateFile is not null)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,

                // Our own authority publishes no list of revoked certificates; the file is what is trusted.
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(Read(certificateFile));
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }

    private static X509Certificate2Collection Read(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        return certificates.Count > 0
            ? certificates
            : throw new StoppedException(ExitCodes.Usage, "the file of --certificate holds no certificate",
                "it is authority.pem of the credentials folder");
    }
}
