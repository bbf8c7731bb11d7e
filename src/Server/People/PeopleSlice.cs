using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.People.Pages;

namespace Strongroom.Server.People;

/// <summary>
/// Wires staff in the browser: what needs both people and compartments, such as the blast radius of a grant. The rules
/// themselves stand in Staff and Compartments.
/// </summary>
internal static class PeopleSlice
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<ShownOnce>().AddSingleton<FindPlace>().AddSingleton<MeasureGrant>();
        services.AddScoped<ExplainAccess>().AddScoped<RecordDeparture>().AddScoped<JoinAndLogIn>()
            .AddScoped<ReadWaiting>();
        services.AddScoped<GrantModels>().AddScoped<MemberModels>().AddScoped<NewServiceAccountModels>();
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeopleJson.Default));
    }

    /// <summary>After the standing is read: newcomers see the page that says what is missing.</summary>
    public static void UseWaiting(this IApplicationBuilder app) => app.UseMiddleware<WaitingGate>();

    public static void MapPeople(this RouteGroupBuilder api)
    {
        MeasureGrant.Map(api);
        RecordDeparture.Map(api);
    }

    public static void MapPeoplePages(this RouteGroupBuilder pages)
    {
        StaffPages.Map(pages);
        InvitePages.Map(pages);
        GrantPages.Map(pages);
        ScreeningPages.Map(pages);
        StatePages.Map(pages);
        AccessPages.Map(pages);
        JoinPages.Map(pages);
        ServiceAccountPages.Map(pages);
    }
}
