using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Agreements.Pages;

namespace Strongroom.Server.Agreements;

/// <summary>Wires the agreement: texts, versions, signatures, receipts.</summary>
internal static class AgreementsSlice
{
    public static void AddAgreements(this IServiceCollection services)
    {
        services.AddScoped<PublishAgreement>().AddScoped<ViewAgreements>().AddScoped<SignAgreement>()
            .AddScoped<ViewSignatures>().AddScoped<SignByPasskey>().AddScoped<DeclineAgreement>()
            .AddScoped<VerifyReceipt>().AddScoped<CheckSignature>().AddScoped<AgreementModels>();
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AgreementsJson.Default));
    }

    public static void MapAgreementPages(this RouteGroupBuilder pages)
    {
        AgreementPages.Map(pages);
        ReceiptPages.Map(pages);
    }

    public static void MapAgreements(this RouteGroupBuilder api)
    {
        PublishAgreement.Map(api);
        ViewAgreements.Map(api);
        SignAgreement.Map(api);
        ViewSignatures.Map(api);
        SignByPasskey.Map(api);
        DeclineAgreement.Map(api);
        VerifyReceipt.Map(api);
    }
}
