using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;

namespace Strongroom.Server.Intake.Listener;

/// <summary>How often one address may send, and how often it may ask for anything at all.</summary>
internal static class SendLimits
{
    public const string Send = "send";

    private const int AsksPerSend = 10;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
    {
        options.OnRejected = async (rejected, cancellation) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await Page.Of<StopView>(PublicWords.TooOften, StatusCodes.Status429TooManyRequests)
                .ExecuteAsync(rejected.HttpContext);
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetSlidingWindowLimiter(
                Network(context.Connection.RemoteIpAddress), _ => Limit(settings.SendsPerMinute * (long)AsksPerSend)));
        options.AddPolicy(Send, context => RateLimitPartition.GetSlidingWindowLimiter(
            Network(context.Connection.RemoteIpAddress), _ => Limit(settings.SendsPerMinute)));
    });

    private static SlidingWindowRateLimiterOptions Limit(long most) => new()
    {
        PermitLimit = (int)Math.Min(most, int.MaxValue),
        Window = Minute,
        SegmentsPerWindow = 6,
    };

    // One household or office has a /64 of IPv6 addresses, and could otherwise use a new one each time.
    private static string Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address?.MapToIPv4().ToString() ?? string.Empty;
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes));
    }
}
