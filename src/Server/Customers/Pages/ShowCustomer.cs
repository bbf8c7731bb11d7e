using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>Reads what every page about one customer shows: one masked view, which is in the log.</summary>
internal sealed class ShowCustomer(
    ViewCustomer view, FieldKinds kinds, RecentPurposes recent, Settings settings, TimeProvider time)
{
    public async Task<CustomerModel> RunAsync(Standing who, CustomerCode code, CancellationToken cancellation)
    {
        (MaskedCustomer customer, long version) = await view.RunAsync(who, code, cancellation);
        return new CustomerModel
        {
            Code = code,
            Compartment = customer.Compartment,
            Fields = FieldLine.Of(customer, kinds),
            CreatedAt = customer.CreatedAt,
            ChangedAt = customer.ChangedAt,
            Version = version,
            DaysLeft = TrashDays.Left(customer.TrashedAt, settings, time),
            IsHeld = customer.HeldAt is not null,
            Purposes = settings.Purposes,
            Recent = recent.Find(who, code),
            Offered = recent.Last(who),
            RevealSeconds = (int)settings.RevealFor.TotalSeconds,
        };
    }
}
