using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Recipients;

/// <summary>Wires recipients: who they are, their codes, and the lists they are given.</summary>
internal static class RecipientsSlice
{
    public static void AddRecipients(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, RecipientsJson.Default));
        services.AddSingleton<RecipientRegister>().AddSingleton<RecipientCodes>();
        services.AddSingleton<CreateRecipient>().AddSingleton<ListRecipients>().AddSingleton<RevokeRecipient>();
        services.AddSingleton<IssueCode>().AddSingleton<ResolveCode>();
        services.AddSingleton<ExportTerms>().AddSingleton<ExportFiles>().AddSingleton<ExportReading>();
        services.AddSingleton<StartExport>().AddSingleton<TakeExport>().AddSingleton<ListExports>();
        services.AddSingleton<IJobWork, RunExport>().AddSingleton<IPaperOfCustomer, ListsOfCustomer>();
        services.AddHostedService<KeepExportsShort>();
    }

    public static void MapRecipients(this RouteGroupBuilder api)
    {
        IssueCode.Map(api.MapGroup("/customers"));
        RouteGroupBuilder recipients = api.MapGroup("/recipients");
        ListRecipients.Map(recipients);
        CreateRecipient.Map(recipients);
        RevokeRecipient.Map(recipients);
        ResolveCode.Map(recipients);
        StartExport.Map(recipients);
        ListExports.Map(recipients);
        TakeExport.Map(recipients);
    }
}
