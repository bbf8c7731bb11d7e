using Microsoft.AspNetCore.Http.Json;

namespace Strongroom.Server.Checks;

/// <summary>Wires the checks of the installation.</summary>
internal static class ChecksSlice
{
    public static void AddChecks(this IServiceCollection services) => services
        .Configure<JsonOptions>(options =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ChecksJson.Default))
        .AddSingleton<HostChecks>()
        .AddSingleton<SandboxCheck>()
        .AddSingleton<DatabaseChecks>()
        .AddSingleton<MachineChecks>()
        .AddSingleton<PeopleChecks>()
        .AddSingleton<IntakeChecks>()
        .AddSingleton<RunChecks>()
        .AddScoped<AcknowledgeCheck>();

    public static void MapChecks(this RouteGroupBuilder api)
    {
        RunChecks.Map(api);
        AcknowledgeCheck.Map(api);
    }
}
