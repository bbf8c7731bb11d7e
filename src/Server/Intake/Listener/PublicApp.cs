using Microsoft.AspNetCore.Server.Kestrel.Core;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// Wires the public host: a web application of its own with its own table of routes. It is handed the published forms,
/// the field rules and a folder to write into, and nothing that holds a key.
/// </summary>
internal static class PublicApp
{
    /// <summary>More than the longest form that can be taken.</summary>
    public const int LargestBody = 224 * 1024;

    private const int LargestHeaders = 16 * 1024;
    private const int MostConnections = 2000;

    public static WebApplication Build(PublicParts parts)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        IServiceCollection services = builder.Services;
        services.AddSingleton(parts.Settings).AddSingleton(parts.Time).AddSingleton(parts.Logs);
        services.AddSingleton(parts.Certificate).AddSingleton(parts.Data).AddSingleton(parts.Published);
        services.AddSingleton(parts.Kinds).AddSingleton(parts.Inboxes).AddSingleton(parts.Bell);
        services.AddSingleton(parts.Assets).AddScoped<PageModel>();
        services.AddSingleton<IHostLifetime, PublicLifetime>();
        services.AddSingleton<ShowForm>().AddSingleton<SendForm>().AddSingleton<InboxWriter>();
        services.AddRouting();
        services.AddRazorComponents();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        SendLimits.Add(services, parts.Settings);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, parts.Settings));

        WebApplication app = builder.Build();
        app.UseMiddleware<PublicHeaders>();
        app.UseMiddleware<PublicAnswers>();
        app.UseMiddleware<BehindProxy>();
        app.Use((context, next) => context.Request.IsHttps ? next(context) : throw new RefusedException(ShellRefusals.PlainOutside));
        app.UseRouting();
        app.UseRateLimiter();
        ShowForm.Map(app);
        SendForm.Map(app);
        PageAssets.Map(app);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, Settings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        foreach (Uri url in settings.IntakeUrls)
        {
            Listeners.Listen(kestrel, url);
        }
    }
}
