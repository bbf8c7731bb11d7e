using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Compartments.Moving;
using Strongroom.Server.Compartments.Rotation;
using Strongroom.Server.Shell;

namespace Strongroom.Server.Compartments;

/// <summary>Wires compartments: the register, the door, and what is in memory.</summary>
internal static class CompartmentsSlice
{
    public static void AddCompartments(this IServiceCollection services) => services
        .Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, CompartmentsJson.Default))
        .AddSingleton<CompartmentRegister>()
        .AddSingleton<PairSeal>()
        .AddSingleton<DatabaseStock>()
        .AddSingleton<PairDatabases>()
        .AddSingleton<MovePlaces>()
        .AddSingleton<MoveCompartment>()
        .AddHostedService<KeepStock>()
        .AddSingleton<ICompartmentPlaces>(provider =>
            provider.GetRequiredService<Settings>().StoreKind == StoreKind.Postgres
                ? ActivatorUtilities.CreateInstance<StockPlaces>(provider)
                : ActivatorUtilities.CreateInstance<FolderPlaces>(provider))
        .AddSingleton<FieldIndexes>()
        .AddSingleton<PageCursor>()
        .AddSingleton<LoadedCompartments>()
        .AddSingleton<CompartmentDoor>()
        .AddSingleton<CompartmentSearch>()
        .AddSingleton<CountRecipientCodes>()
        .AddSingleton<CreateCompartment>()
        .AddSingleton<CloseCompartment>()
        .AddSingleton<RotateCompartmentKeys>()
        .AddSingleton<RekeyCompartment>()
        .AddSingleton<ListCompartments>()
        .AddSingleton<MeasureBlastRadius>()
        .AddSingleton<RoomInSeries>()
        .AddSingleton<InboxRecipients>()
        .AddSingleton(provider =>
        {
            Settings settings = provider.GetRequiredService<Settings>();
            return new AccessTerms(
                () => settings.Purposes.Select(purpose => purpose.Id).ToHashSet(StringComparer.Ordinal),
                settings.StepUpFresh);
        });

    public static void MapCompartments(this RouteGroupBuilder api)
    {
        RouteGroupBuilder compartments = api.MapGroup("/compartments");
        CreateCompartment.Map(compartments);
        ListCompartments.Map(compartments);
        CloseCompartment.Map(compartments);
        RekeyCompartment.Map(compartments);
        MeasureBlastRadius.Map(compartments);
    }
}
