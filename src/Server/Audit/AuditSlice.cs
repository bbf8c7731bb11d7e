using Microsoft.AspNetCore.Http.Json;

namespace Strongroom.Server.Audit;

/// <summary>Wires the audit log: the writer, its checkpoints, and reading it.</summary>
internal static class AuditSlice
{
    public static void AddAudit(this IServiceCollection services) => services
        .Configure<JsonOptions>(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AuditJson.Default))
        .AddSingleton<AuditWriter>()
        .AddSingleton<ReadLog>()
        .AddSingleton<EntriesOfObject>()
        .AddHostedService<KeepCheckpoints>();

    public static void MapAudit(this RouteGroupBuilder api) => ReadLog.Map(api.MapGroup("/log"));
}
