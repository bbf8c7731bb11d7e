using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Hands out the public half of a compartment's inbox pair, for the forms that the public fills in. It opens nothing,
/// so no door is asked; only while the compartment is open is it known.
/// </summary>
internal sealed class InboxRecipients(LoadedCompartments compartments)
{
    /// <exception cref="RefusedException">The compartment is closed, or its files do not open.</exception>
    public async Task<AgeRecipient> FindAsync(CompartmentFacts compartment, CancellationToken cancellation)
    {
        if (compartment.IsClosed)
        {
            throw new RefusedException(AccessRefusals.CompartmentClosed);
        }

        LoadedCompartment loaded = await compartments.LeaseAsync(compartment.Id, cancellation);
        try
        {
            return loaded.Keys.Inbox.Recipient;
        }
        finally
        {
            loaded.EndLease();
        }
    }
}
