using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Strongroom.Server.Shell;

/// <summary>Where the server listens: TLS 1.2 and 1.3 only, sizes limited. Plain HTTP only behind a proxy, and
/// then on loopback alone.</summary>
internal static class Listeners
{
    /// <summary>The largest JSON body; uploads of documents and imports lift it for their own endpoint.</summary>
    public const long JsonBytes = 1024 * 1024;

    private const int HeaderBytes = 32 * 1024;

    public static void Configure(KestrelServerOptions kestrel, Settings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = JsonBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        foreach (Uri url in settings.ServerUrls)
        {
            Listen(kestrel, url);
        }
    }

    public static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        Action<ListenOptions> configure = url.Scheme is "https" ? UseTls : UseLoopbackOnly;
        if (IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address))
        {
            kestrel.Listen(address, url.Port, configure);
        }
        else if (url.IsLoopback)
        {
            kestrel.ListenLocalhost(url.Port, configure);
        }
        else
        {
            kestrel.ListenAnyIP(url.Port, configure);
        }
    }

    // The settings have said so already; a slip there must not put plain HTTP on the network.
    private static void UseLoopbackOnly(ListenOptions listen)
    {
        if (listen.IPEndPoint is null || !IPAddress.IsLoopback(listen.IPEndPoint.Address))
        {
            throw new InvalidOperationException("plain HTTP beyond loopback");
        }
    }

    private static void UseTls(ListenOptions listen)
    {
        ServerCertificate certificate = listen.ApplicationServices.GetRequiredService<ServerCertificate>();
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate.Context,
                CipherSuitesPolicy = CipherSuites.Policy,
#pragma warning disable CA5398 // Named on purpose: the platform's own choice may still hold older versions.
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
            }),
        });
    }
}
