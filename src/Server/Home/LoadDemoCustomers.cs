using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Home;

/// <summary>Registers invented customers in the first series that is the caller's, each as if by hand.</summary>
internal sealed class LoadDemoCustomers(ListCompartments compartments, CreateCustomer create)
{
    /// <returns>How many were registered.</returns>
    /// <exception cref="RefusedException">No compartment of the caller's is open, or it has customers already.</exception>
    public async Task<int> RunAsync(Standing who, CancellationToken cancellation)
    {
        ListedCompartment[] own = [.. (await compartments.RunAsync(who, cancellation)).Items.Where(
            one => who.Series.Contains(one.Series) && !one.IsClosed)];
        if (own.Length == 0)
        {
            throw new RefusedException(HomeRefusals.NoCompartment);
        }

        if (own.Any(one => one.Customers > 0))
        {
            throw new RefusedException(HomeRefusals.HasCustomers);
        }

        foreach (IReadOnlyDictionary<string, JsonElement> fields in DemoCustomers.All())
        {
            await create.RunAsync(
                who, new CreateRequest { Compartment = own[0].Series, Fields = fields }, cancellation);
        }

        return DemoCustomers.Count;
    }
}
