using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>Shows a customer with every field masked. The entry is noted, not waited for: no value leaves.</summary>
internal sealed class ViewCustomer(CustomerAccess access, FieldKinds kinds)
{
    public static void Map(RouteGroupBuilder customers) =>
        customers.MapGet("/{code}", async (
            CustomerCode code, CurrentStanding standing, HttpResponse response, ViewCustomer view,
            CancellationToken cancellation) =>
        {
            (MaskedCustomer customer, long version) = await view.RunAsync(standing.Value, code, cancellation);
            response.Headers.ETag = Tag(version);
            return TypedResults.Ok(customer);
        }).RequirePermission(Permission.ViewCustomers);

    /// <summary>The entity tag of a version, as <c>If-Match</c> sends it back.</summary>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public async Task<(MaskedCustomer Customer, long Version)> RunAsync(
        Standing who, CustomerCode code, CancellationToken cancellation)
    {
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.Viewed, Permission.ViewCustomers, request =>
                request with { IsOnlyNoted = true }, cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        return (MaskedCustomer.Of(code, open.Facts.Name, card, kinds), customer.Row.CardVersion);
    }
}
