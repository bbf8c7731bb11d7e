using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>
/// The certificate in use. Its files are watched, and looked at now and then besides; when they have changed they are
/// read again. A pair that does not fit is left alone: the earlier one stays in use, and the checks turn red.
/// </summary>
internal sealed class ServerCertificate : IHostedService, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);
    private readonly ILogger<ServerCertificate> _logger;
    private readonly Settings _settings;
    private readonly TimeProvider _time;
    private readonly Lock _look = new();
    private readonly List<string> _moreHosts = [];
    private readonly CertificateWatch _watch;
    private volatile CertificatePair? _pair;
    private volatile bool _isBroken;
    private string _lookedAt = string.Empty;
    private ITimer? _timer;

    public ServerCertificate(Settings settings, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        _logger = logger;
        _settings = settings;
        _time = time;
        _watch = new CertificateWatch(Look);
        Look();
        if (_pair is null && settings.TlsMode != TlsMode.Proxy)
        {
            throw new RefusedException(ShellRefusals.CertificateUnusable);
        }
    }

    /// <summary>
    /// SHA-256 of the certificate, in pairs of hexadecimal digits; people compare it with their browser. Null behind a
    /// proxy.
    /// </summary>
    public string? Fingerprint => _pair is { } pair ? FingerprintOf(pair.Leaf) : null;

    /// <summary>Whether the files that are there now cannot be used; the earlier pair is still served.</summary>
    public bool IsBroken => _isBroken;

    /// <summary>When the certificate in use ends; null behind a proxy.</summary>
    public DateTimeOffset? EndsAt => _pair is { } pair ? new DateTimeOffset(pair.Leaf.NotAfter.ToUniversalTime()) : null;

    /// <summary>The PEM file that a client can be told to trust; null behind a proxy.</summary>
    public string? File => _settings.TlsMode switch
    {
        TlsMode.Local => LocalAuthority.CertificateFile(_settings.CredentialsPath),
        TlsMode.Files => _settings.CertificateFile,
        _ => null,
    };

    /// <summary>What a new connection is served with.</summary>
    public SslStreamCertificateContext Context =>
        _pair?.Context ?? throw new InvalidOperationException("there is no certificate behind a proxy");

    public static string FingerprintOf(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(b => b.ToString("X2", null)));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = _time.CreateTimer(_ => LookAndGoOn(), null, LookEvery, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _watch.Dispose();
    }

    /// <summary>Lets our own authority vouch for one more host, from the next connection on.</summary>
    public void AlsoFor(string host)
    {
        lock (_look)
        {
            _moreHosts.Add(host);
        }

        Look();
    }

    /// <summary>
    /// Reads the files again if they have changed, or others are to be used; what does not fit is left alone.
    /// </summary>
    internal void Look()
    {
        lock (_look)
        {
            try
            {
                Read();
            }
            catch (Exception unusable) when (
                unusable is IOException or CryptographicException or UnauthorizedAccessException)
            {
                // Perhaps only half of the pair is there yet; the next look tries again.
                if (!_isBroken)
                {
                    _logger.CertificateUnusable(unusable);
                }

                _isBroken = true;
            }
        }
    }

    /// <summary>One look after a jump of the clock, however far it jumped.</summary>
    private void LookAndGoOn()
    {
        Look();
        _timer?.Change(LookEvery, Timeout.InfiniteTimeSpan);
    }

    private void Read()
    {
        if (_settings.TlsMode == TlsMode.Proxy)
        {
            return;
        }

        bool isLocal = _settings.TlsMode == TlsMode.Local;
        if (isLocal)
        {
            LocalAuthority.Ensure(_settings.CredentialsPath, _settings, _moreHosts, _time);
        }

        string keyFile = isLocal ? LocalAuthority.KeyFile(_settings.CredentialsPath) : _settings.KeyFile!;
        _watch.Follow(isLocal ? [] : [File!, keyFile]);
        string digest = CertificatePair.Digest(File!, keyFile);
        if (digest != _lookedAt)
        {
            _pair = CertificatePair.Read(File!, keyFile);
            if (_lookedAt.Length > 0)
            {
                _logger.CertificateReloaded();
            }

            _lookedAt = digest;
        }

        _isBroken = false;
    }
}
