using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Customers.Import;

/// <summary>Wires imports.</summary>
internal static class ImportWiring
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportUpload>()
        .AddSingleton<ImportBatch>()
        .AddSingleton<ImportPlaces>()
        .AddSingleton<KeptImports>()
        .AddSingleton<ImportAccess>()
        .AddSingleton<ImportStates>()
        .AddSingleton<TakeUpload>()
        .AddSingleton<StartImport>()
        .AddSingleton<HoldImport>()
        .AddSingleton<DiscardImport>()
        .AddSingleton<MapColumns>()
        .AddSingleton<AdvanceImport>()
        .AddSingleton<ViewImports>()
        .AddSingleton<UndoImport>()
        .AddSingleton<UndoBatch>()
        .AddSingleton<Pages.UploadPage>()
        .AddSingleton<Pages.ColumnsPage>()
        .AddSingleton<IJobWork, RunImport>()
        .AddSingleton<IJobWork, CheckImport>()
        .AddSingleton<IJobWork, RunUndo>();

    public static void MapImports(this RouteGroupBuilder api)
    {
        RouteGroupBuilder imports = api.MapGroup("/imports");
        StartImport.Map(imports);
        ViewImports.Map(imports);
        MapColumns.Map(imports);
        AdvanceImport.Map(imports);
        DiscardImport.Map(imports);
        UndoImport.Map(imports);
    }
}
