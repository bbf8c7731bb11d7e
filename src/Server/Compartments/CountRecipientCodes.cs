using System.Data.Common;
using Strongroom.Server.Keys;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Counts the codes of a recipient in each open compartment: all of them for those who manage recipients, the assigned
/// ones for the rest. A count tells nothing that a thief of the files would not see, so no entry is written.
/// </summary>
internal sealed class CountRecipientCodes(
    CompartmentRegister register, LoadedCompartments compartments, CompartmentKeyRing keyRing)
{
    /// <summary>
    /// The compartments in which the recipient has codes; those that are closed or do not answer are left out.
    /// </summary>
    public async Task<IReadOnlyList<VisibleCount>> RunAsync(
        Standing who, RecipientId recipient, CancellationToken cancellation)
    {
        bool isManager = who.Permissions.Contains(Permission.ManageRecipients);
        var counts = new List<VisibleCount>();
        foreach (CompartmentFacts facts in await register.AllAsync(cancellation))
        {
            bool isCounted = (isManager || who.Series.Contains(facts.Series)) && !facts.IsClosed
                && keyRing.Holds(facts.Id);
            if (isCounted && await CountAsync(facts, recipient, cancellation) is > 0 and var count)
            {
                counts.Add(new VisibleCount(facts.Name, count));
            }
        }

        return counts;
    }

    private async Task<long> CountAsync(CompartmentFacts facts, RecipientId recipient, CancellationToken cancellation)
    {
        try
        {
            LoadedCompartment loaded = await compartments.LeaseAsync(facts.Id, cancellation);
            try
            {
                return loaded.Store.Read(session => session.RecipientCodeCount(recipient));
            }
            finally
            {
                loaded.EndLease();
            }
        }
        catch (Exception refused) when (refused is RefusedException or DbException)
        {
            return 0;
        }
    }
}
