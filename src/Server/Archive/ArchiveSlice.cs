using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Compartments;

namespace Strongroom.Server.Archive;

/// <summary>Wires the archive: file, read, search.</summary>
internal static class ArchiveSlice
{
    public static void AddArchive(this IServiceCollection services) => services
        .Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ArchiveJson.Default))
        .AddSingleton(new IndexedFields(() => [WordIndex.Field]))
        .AddSingleton<FileCopy>()
        .AddSingleton<ReadArchive>()
        .AddSingleton<SearchArchive>();

    public static void MapArchive(this RouteGroupBuilder api)
    {
        RouteGroupBuilder archive = api.MapGroup("/archive");
        FileCopy.Map(archive);
        ReadArchive.Map(archive);
        SearchArchive.Map(archive);
    }
}
