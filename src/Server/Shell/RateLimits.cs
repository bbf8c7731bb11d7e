using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>How often things may be tried: log-ins an address, reveals a person or a key.</summary>
internal static class RateLimits
{
    /// <summary>For endpoints that check a password, a code or an invitation.</summary>
    public const string LogIn = "log-in";

    /// <summary>For endpoints that reveal: the hard end, far above where a person is asked.</summary>
    public const string Reveal = "reveal";

    /// <summary>For endpoints that look customers up.</summary>
    public const string LookUp = "look-up";

    private const int TimesAsked = 10;

    private const int SegmentsOfTenMinutes = 10;
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    public static void Add(IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = RefuseAsync;
        options.AddPolicy(LogIn, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? string.Empty, _ => LogInLimit(settings)));
        options.AddPolicy(Reveal, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.RequestServices.GetRequiredService<Actor>(), actor => RevealLimit(settings, actor)));
        options.AddPolicy(LookUp, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.RequestServices.GetRequiredService<Actor>(), actor => RevealLimit(settings, actor)));
    });

    private static TokenBucketRateLimiterOptions LogInLimit(Settings settings) => new()
    {
        TokenLimit = settings.LogInsPerMinute,
        TokensPerPeriod = Math.Max(1, settings.LogInsPerMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(
            settings.LogInsPerMinute >= 60 ? 1 : 60.0 / settings.LogInsPerMinute),
    };

    private static SlidingWindowRateLimiterOptions RevealLimit(Settings settings, Actor actor) => new()
    {
        PermitLimit = actor.Kind == ActorKind.ServiceAccount ? settings.KeyRevealsPerTenMinutes
            : settings.RevealsPerTenMinutes * TimesAsked,
        Window = TenMinutes,
        SegmentsPerWindow = SegmentsOfTenMinutes,
    };

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
        {
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        HttpContext context = rejected.HttpContext;
        await (RefusalPages.IsFor(context)
            ? RefusalPages.WriteAsync(context, ShellRefusals.TooOften, StatusCodes.Status429TooManyRequests)
            : ProblemAnswer.WriteAsync(context, ShellRefusals.TooOften, []));
    }
}
