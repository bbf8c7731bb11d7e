using System.Net;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>
/// Behind a proxy of this machine: the scheme is the outside's, the caller's address is what a trusted proxy says of it.
/// What anybody else says in forwarded headers is not believed.
/// </summary>
internal sealed class BehindProxy(RequestDelegate next, Settings settings)
{
    private const int LongestChain = 512;

    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (settings.TlsMode != TlsMode.Proxy)
        {
            return next(context);
        }

        if (IsTrusted(context.Connection.RemoteIpAddress))
        {
            if (string.Equals(request.Headers["X-Forwarded-Proto"], "http", StringComparison.OrdinalIgnoreCase))
            {
                throw new RefusedException(ShellRefusals.PlainOutside);
            }

            context.Connection.RemoteIpAddress = Caller(request, context.Connection.RemoteIpAddress);
        }

        request.Scheme = "https";
        return next(context);
    }

    // From the right: the last address that no trusted proxy has.
    private IPAddress? Caller(HttpRequest request, IPAddress? asked)
    {
        string chain = request.Headers["X-Forwarded-For"].ToString();
        if (chain.Length is 0 or > LongestChain)
        {
            return asked;
        }

        IPAddress? caller = asked;
        foreach (string part in chain.Split(',', StringSplitOptions.TrimEntries).Reverse())
        {
            if (!IPAddress.TryParse(part, out IPAddress? address))
            {
                return caller;
            }

            caller = address;
            if (!IsTrusted(address))
            {
                return caller;
            }
        }

        return caller;
    }

    private bool IsTrusted(IPAddress? address)
    {
        IPAddress? plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && settings.TrustedProxies.Any(network => network.Contains(plain));
    }
}
