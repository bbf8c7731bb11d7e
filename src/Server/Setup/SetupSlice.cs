using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Setup.Pages;

namespace Strongroom.Server.Setup;

/// <summary>Wires the claim and the start.</summary>
internal static class SetupSlice
{
    public static void AddSetup(this IServiceCollection services)
    {
        services.AddSingleton<SetupCode>().AddSingleton<Welcome>().AddSingleton<OpenSealed>();
        services.AddSingleton<SetupDrafts>().AddScoped<CurrentDraft>();
        services.AddHostedService<StartInstallation>().AddHostedService<WatchSetup>();
        services.AddScoped<BeginSetup>().AddScoped<ChooseAddress>().AddScoped<DescribeOwner>().AddScoped<ProveFactor>()
            .AddScoped<SaveChosen>().AddScoped<PublishedHost>().AddScoped<OfferPasskeys>()
            .AddScoped<KeepPasskeys>().AddScoped<BeginOwnersSession>().AddScoped<FinishSetup>().AddSingleton<AddressPage>();
        services.AddScoped<ClaimInstallation>().AddScoped<MakeKeys>().AddScoped<MakeOwner>().AddScoped<FoundingActs>();
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, SetupJson.Default));
    }

    public static void MapSetup(this RouteGroupBuilder api) => ClaimInstallation.Map(api);
}
