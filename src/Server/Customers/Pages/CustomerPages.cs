namespace Strongroom.Server.Customers.Pages;

/// <summary>Maps the pages of this slice.</summary>
internal static class CustomerPages
{
    public static IServiceCollection AddCustomerPages(this IServiceCollection services) => services
        .AddSingleton<ShowCustomer>()
        .AddSingleton<ShowPast>();

    public static void MapCustomerPages(this RouteGroupBuilder pages)
    {
        ListPages.Map(pages);
        CardPages.Map(pages);
        RevealPages.Map(pages);
        ConfirmPages.Map(pages);
        EditPages.Map(pages);
        ErasurePages.Map(pages);
    }
}
