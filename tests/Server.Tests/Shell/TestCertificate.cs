using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Strongroom.Server.Tests.Shell;

/// <summary>A certificate of a test, as the two PEM files that a server is given.</summary>
public sealed class TestCertificate
{
    private TestCertificate(string certificate, string key, string fingerprint)
    {
        CertificatePem = certificate;
        KeyPem = key;
        Fingerprint = fingerprint;
    }

    public string CertificatePem { get; }

    public string KeyPem { get; }

    public string Fingerprint { get; }

    public static TestCertificate Make(string host, DateTimeOffset endsAt)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(endsAt.AddDays(-90), endsAt);
        return new TestCertificate(
            made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(),
            made.GetCertHashString(HashAlgorithmName.SHA256));
    }

    public void Write(string certificateFile, string keyFile)
    {
        File.WriteAllText(keyFile, KeyPem);
        File.WriteAllText(certificateFile, CertificatePem);
    }
}
