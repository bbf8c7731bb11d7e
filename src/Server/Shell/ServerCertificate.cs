using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Strongroom.Server.Shell;

/// <summary>
/// The certificate in use; its files are looked at now and then and read again when they have changed.
/// </summary>
internal sealed class ServerCertificate : IHostedService, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);
    private readonly ILogger<ServerCertificate> _logger;
    private readonly string _certificateFile;
    private readonly string _keyFile;
    private readonly TimeProvider _time;
    private volatile Pair _pair;
    private ITimer? _timer;

    public ServerCertificate(Settings settings, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        _logger = logger;
        _time = time;
        bool isLocal = settings.TlsMode == TlsMode.Local;
        if (isLocal)
        {
            LocalAuthority.Ensure(settings.CredentialsPath, settings, time);
        }

        _certificateFile = isLocal ? LocalAuthority.CertificateFile(
            settings.CredentialsPath) : settings.CertificateFile!;
        _keyFile = isLocal ? LocalAuthority.KeyFile(settings.CredentialsPath) : settings.KeyFile!;
        _pair = Read();
    }

    /// <summary>
    /// SHA-256 of the certificate, in pairs of hexadecimal digits; people compare it with their browser.
    /// </summary>
    public string Fingerprint =>
        string.Join(':', _pair.Leaf.GetCertHash(HashAlgorithmName.SHA256).Select(b => b.ToString("X2", null)));

    /// <summary>The PEM file that a client can be told to trust.</summary>
    public string File => _certificateFile;

    /// <summary>What a new connection is served with.</summary>
    public SslStreamCertificateContext Context => _pair.Context;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = _time.CreateTimer(_ => Look(), null, LookEvery, LookEvery);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>Reads the files again if one has changed; a pair that does not fit is left alone.</summary>
    internal void Look()
    {
        if (Changed() == _pair.Changed)
        {
            return;
        }

        try
        {
            _pair = Read();
            _logger.CertificateReloaded();
        }
        catch (Exception unusable) when (
            unusable is IOException or CryptographicException or UnauthorizedAccessException)
        {
            // Perhaps only half of the pair is there yet; the next look tries again.
            _logger.CertificateUnusable(unusable);
        }
    }

    private Pair Read()
    {
        DateTime changed = Changed();
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(_certificateFile);
        var leaf = X509Certificate2.CreateFromPemFile(_certificateFile, _keyFile);
        chain.RemoveAt(0);
        return new Pair(leaf, SslStreamCertificateContext.Create(leaf, chain, offline: true), changed);
    }

    private DateTime Changed()
    {
        DateTime certificate = System.IO.File.GetLastWriteTimeUtc(_certificateFile);
        DateTime key = System.IO.File.GetLastWriteTimeUtc(_keyFile);
        return certificate > key ? certificate : key;
    }

    private sealed record Pair(X509Certificate2 Leaf, SslStreamCertificateContext Context, DateTime Changed);
}
