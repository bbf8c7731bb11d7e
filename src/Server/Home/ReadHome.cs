using Strongroom.Server.Checks;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Home;

/// <summary>Gathers what the first page says: what waits, and what comes next.</summary>
internal sealed class ReadHome(RunChecks checks, ListCompartments compartments)
{
    public async Task<HomeModel> RunAsync(Standing who, CancellationToken cancellation)
    {
        IReadOnlyList<Check> all = who.Permissions.Contains(Permission.ViewChecks)
            ? (await checks.RunAsync(cancellation)).Items
            : [];
        return new HomeModel
        {
            Pending = [.. all.Where(check => check.IsPending)],
            Next = await NextAsync(who, cancellation),
            MayCreate = who.Permissions.Contains(Permission.CreateCustomers),
            MayImport = who.Permissions.Contains(Permission.ImportCustomers),
        };
    }

    private async Task<NextStep?> NextAsync(Standing who, CancellationToken cancellation)
    {
        if (!who.Permissions.Contains(Permission.ViewCompartments))
        {
            return null;
        }

        IReadOnlyList<ListedCompartment> seen = (await compartments.RunAsync(who, cancellation)).Items;
        return seen.Any(one => one.Customers > 0) ? null : Next(who, seen);
    }

    private static NextStep? Next(Standing who, IReadOnlyList<ListedCompartment> seen)
    {
        bool isManager = who.Permissions.Contains(Permission.ManageCompartments);
        if (seen.Count == 0 && isManager)
        {
            return NextStep.Compartment;
        }

        if (!who.Permissions.Contains(Permission.CreateCustomers))
        {
            return isManager ? NextStep.Invite : null;
        }

        return seen.Any(one => who.Series.Contains(one.Series)) ? NextStep.Customers : NextStep.Assign;
    }
}
