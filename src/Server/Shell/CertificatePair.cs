using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Strongroom.Server.Shell;

/// <summary>A certificate with its key and its chain, as two PEM files give them.</summary>
/// <param name="Leaf">The certificate.</param>
/// <param name="Context">What connections are served with.</param>
internal sealed record CertificatePair(X509Certificate2 Leaf, SslStreamCertificateContext Context)
{
    private const long LargestFile = 1024 * 1024;

    /// <summary>What both files hold, in short: by it a change is noticed, also behind links.</summary>
    /// <exception cref="IOException">A file cannot be read, or is too large to be a certificate.</exception>
    public static string Digest(string certificateFile, string keyFile)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in (string[])[Path.GetFullPath(certificateFile), Path.GetFullPath(keyFile)])
        {
            byte[] content = ReadFile(file);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file));
            hash.AppendData(SHA256.HashData(content));
            CryptographicOperations.ZeroMemory(content);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="CryptographicException">They are no pair.</exception>
    public static CertificatePair Read(string certificateFile, string keyFile)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        X509Certificate2 leaf = ReadLeaf(certificateFile, keyFile);
        chain.RemoveAt(0);
        return new CertificatePair(leaf, SslStreamCertificateContext.Create(leaf, chain, offline: true));
    }

    private static X509Certificate2 ReadLeaf(string certificateFile, string keyFile)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (ArgumentException mismatch)
        {
            // What the base library throws where the key is another certificate's.
            throw new CryptographicException("the key does not belong to the certificate", mismatch);
        }
    }

    private static byte[] ReadFile(string file)
    {
        using FileStream stream = File.OpenRead(file);
        if (stream.Length > LargestFile)
        {
            throw new IOException("too large for a certificate");
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
