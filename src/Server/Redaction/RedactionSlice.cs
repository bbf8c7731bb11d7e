using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Redaction;

/// <summary>Wires paperwork: take in, read, decide, copy, prove.</summary>
internal static class RedactionSlice
{
    public static void AddRedaction(this IServiceCollection services) => services
        .Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, RedactionJson.Default))
        .AddSingleton<RedactorProgram>()
        .AddSingleton<RedactorProcess>()
        .AddSingleton<DocumentRoutes>()
        .AddSingleton<DocumentAccess>()
        .AddSingleton<CompartmentAccess>()
        .AddSingleton<DocumentJobs>()
        .AddSingleton<IPaperOfCustomer, PaperOfCustomer>()
        .AddSingleton<MatchCustomers>()
        .AddSingleton<CheckCopy>()
        .AddSingleton<IJobWork, ReadDocument>()
        .AddSingleton<IJobWork, MakeCopy>()
        .AddSingleton<AddDocument>()
        .AddSingleton<ReadAgain>()
        .AddSingleton<ViewDocument>()
        .AddSingleton<ListDocuments>()
        .AddSingleton<ListBoxes>()
        .AddSingleton<DecideBoxes>()
        .AddSingleton<StartCopy>()
        .AddSingleton<ReadCopy>()
        .AddSingleton<ReadOriginal>()
        .AddSingleton<ReadReview>()
        .AddSingleton<ListPages>()
        .AddSingleton<ReadPage>()
        .AddSingleton<DestroyOriginal>();

    public static void MapRedaction(this RouteGroupBuilder api)
    {
        RouteGroupBuilder documents = api.MapGroup("/documents");
        AddDocument.Map(documents);
        ListDocuments.Map(documents);
        ViewDocument.Map(documents);
        ReadAgain.Map(documents);
        ListBoxes.Map(documents);
        DecideBoxes.Map(documents);
        StartCopy.Map(documents);
        ReadCopy.Map(documents);
        ReadOriginal.Map(documents);
        ListPages.Map(documents);
        ReadPage.Map(documents);
        DestroyOriginal.Map(documents);
    }
}
