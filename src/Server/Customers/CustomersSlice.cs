using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Confirmations;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Customers.Import;
using Strongroom.Server.Customers.LookUps;
using Strongroom.Server.Customers.Pages;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>Wires the customer register.</summary>
internal static class CustomersSlice
{
    public static void AddCustomers(this IServiceCollection services) => services
        .Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, CustomersJson.Default))
        .AddSingleton<FieldKinds>()
        .AddSingleton(provider =>
        {
            FieldKinds kinds = provider.GetRequiredService<FieldKinds>();
            return new IndexedFields(() => [.. kinds.Indexed, NameWords.Index]);
        })
        .AddSingleton<CustomerAccess>()
        .AddSingleton<CreateCustomer>()
        .AddSingleton<ViewCustomer>()
        .AddSingleton<ListCustomers>()
        .AddSingleton<LookUpCustomers>()
        .AddSingleton<RevealFields>()
        .AddSingleton<CorrectCustomer>()
        .AddSingleton<TrashCustomer>()
        .AddSingleton<ConfirmFact>()
        .AddSingleton<RecentConfirmations>()
        .AddSingleton<RevealBudget>()
        .AddSingleton<RecentPurposes>()
        .AddSingleton<RevealAllowance>()
        .AddSingleton<ReportReveal>()
        .AddSingleton<ViewHistory>()
        .AddSingleton<ListReveals>()
        .AddErasure()
        .AddCustomerPages()
        .AddImports();

    public static void MapCustomers(this RouteGroupBuilder api)
    {
        RouteGroupBuilder customers = api.MapGroup("/customers");
        CreateCustomer.Map(customers);
        ListCustomers.Map(customers);
        LookUpCustomers.Map(customers);
        ViewCustomer.Map(customers);
        RevealFields.Map(customers);
        CorrectCustomer.Map(customers);
        TrashCustomer.Map(customers);
        ConfirmFact.Map(customers);
        EraseCustomer.Map(customers);
        HoldCustomer.Map(customers);
        ReportReveal.Map(customers);
        ViewHistory.Map(customers);
        ListReveals.Map(customers);
        api.MapImports();
        api.MapGet("/fields", (FieldKinds kinds) => TypedResults.Ok(new FieldList(
            [.. kinds.All.Select(kind => new ListedField(
                kind.Name, kind.Label, MaskedField.Word(kind.Sensitivity), kind.Index != IndexWidth.None))])))
            .RequirePermission(Permission.LoggedIn);
        api.MapGet("/purposes", (Settings settings) => TypedResults.Ok(new PurposeList(settings.Purposes)))
            .RequirePermission(Permission.LoggedIn);
    }
}
