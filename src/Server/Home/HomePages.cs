using System.Globalization;
using Strongroom.Server.Home.Pages;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Home;

/// <summary>Wires the first page, and the one that loads invented customers.</summary>
internal static class HomePages
{
    public static void AddHome(this IServiceCollection services) =>
        services.AddSingleton<ReadHome>().AddSingleton<LoadDemoCustomers>();

    public static void MapHomePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/", async (
            ReadHome read, CurrentStanding standing, HttpRequest request, CancellationToken cancellation) =>
            Page.Of<HomeView>(await read.RunAsync(standing.Value, cancellation) with
            {
                Loaded = int.TryParse(
                    request.Query["loaded"], NumberStyles.None, CultureInfo.InvariantCulture, out int loaded)
                    ? loaded : null,
            })).RequirePermission(Permission.LoggedIn);
        pages.MapGet("/demo-customers", () => Page.Of<DemoView>()).RequirePermission(Permission.CreateCustomers);
        pages.MapPost("/demo-customers", async (
            LoadDemoCustomers load, CurrentStanding standing, CancellationToken cancellation) =>
        {
            int loaded = await load.RunAsync(standing.Value, cancellation);
            return Page.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/?loaded={loaded}"));
        }).RequirePermission(Permission.CreateCustomers);
    }
}
