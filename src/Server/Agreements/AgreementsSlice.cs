using Microsoft.AspNetCore.Http.Json;

namespace Strongroom.Server.Agreements;

/// <summary>Wires the agreement: texts, versions, signatures, receipts.</summary>
internal static class AgreementsSlice
{
    public static void AddAgreements(this IServiceCollection services)
    {
        services.AddScoped<PublishAgreement>().AddScoped<ViewAgreements>().AddScoped<SignAgreement>()
            .AddScoped<ViewSignatures>();
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AgreementsJson.Default));
    }

    public static void MapAgreements(this RouteGroupBuilder api)
    {
        PublishAgreement.Map(api);
        ViewAgreements.Map(api);
        SignAgreement.Map(api);
        ViewSignatures.Map(api);
    }
}
