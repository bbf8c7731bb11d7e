using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging.Console;

namespace Strongroom.Server.Shell;

/// <summary>Wires the shell: listeners, log, limits, problem details, headers, health.</summary>
internal static class ShellSlice
{
    /// <summary>Adds everything that stands around the slices.</summary>
    /// <returns>What takes the settings that the store holds.</returns>
    public static ChosenSettings AddShell(this WebApplicationBuilder builder, Settings settings, TimeProvider time)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton(settings);
        var chosen = new ChosenSettings(settings);
        services.AddSingleton(chosen);
        services.AddSingleton(time);
        services.AddRouting();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<ServerCertificate>();
        services.AddHostedService(provider => provider.GetRequiredService<ServerCertificate>());
        services.Configure<JsonOptions>(json =>
        {
            // A null or a missing part where none may be is malformed, and answers leave out what is not there.
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        RateLimits.Add(services, settings);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listeners.Configure(kestrel, settings));
        AddLog(builder.Logging);
        return chosen;
    }

    /// <summary>
    /// The outermost part of every request. What decides about callers comes after it, then <see cref="UseLimits"/>.
    /// </summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RefusalAnswers>();
        app.UseMiddleware<BehindProxy>();
        app.UseRouting();
        app.UseMiddleware<ReadinessGate>();
    }

    /// <summary>How often; after the gate, because reveals are counted by actor.</summary>
    public static void UseLimits(this WebApplication app) => app.UseRateLimiter();

    private static void AddLog(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(options => options.FormatterName = QuietConsoleFormatter.FormatterName);
        logging.AddConsoleFormatter<QuietConsoleFormatter, ConsoleFormatterOptions>();
        logging.SetMinimumLevel(LogLevel.Information);

        // At Information the framework writes paths and queries.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It warns of every form that the page was not to be cached anyway.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        // Says at every form that it set Cache-Control, to what every answer has anyway.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
    }
}
