using Microsoft.AspNetCore.Http.Json;

namespace Strongroom.Server.KeyHolders;

/// <summary>Wires opening by key holders, closing everything, splitting, rotating, and the inventory of keys.</summary>
internal static class KeyHoldersSlice
{
    public static void AddKeyHolders(this IServiceCollection services) => services
        .Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, KeyHoldersJson.Default))
        .AddSingleton<PresentShare>()
        .AddSingleton<SealInstallation>()
        .AddSingleton<SplitKey>()
        .AddSingleton<RotateCompartments>()
        .AddSingleton<ListKeys>();

    public static void MapKeyHolders(this RouteGroupBuilder api)
    {
        RouteGroupBuilder keys = api.MapGroup("/keys");
        PresentShare.Map(keys);
        SealInstallation.Map(keys);
        SplitEndpoints.Map(keys);
        RotateCompartments.Map(keys);
        ListKeys.Map(keys);
    }
}
