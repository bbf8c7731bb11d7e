using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>From a document's id through the route to the door: what every act on one document begins with.</summary>
internal sealed class DocumentAccess(DocumentRoutes routes, CompartmentRegister register, CompartmentDoor door)
{
    private const int Tries = 5;

    /// <summary>A document, opened for one act.</summary>
    /// <exception cref="RefusedException">Not there, not yours, or another gate is shut.</exception>
    public async Task<OpenDocument> OpenAsync(
        Standing who, DocumentId id, AuditAct act, Permission permission, CancellationToken cancellation)
    {
        DocumentRouteRow route = await routes.FindAsync(id, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        CompartmentFacts facts = await register.FindAsync(route.Compartment, cancellation)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        var request = new AccessRequest
        {
            Compartment = facts,
            Act = act,
            Permission = permission,
            Handle = route.Handle,
            Document = id,
            Result = act == AuditAct.RedactionFailed ? AuditResult.Failed : AuditResult.Done,
            IsOnlyNoted = act == AuditAct.Viewed, // no value leaves
        };
        OpenCompartment open = await door.OpenAsync(who, request, cancellation);
        try
        {
            return await OpenAsync(open, RecordAddress.Bytes(id), ownsCompartment: true, cancellation);
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    /// <summary>A document of a compartment that is open.</summary>
    /// <exception cref="RefusedException">The document is not there, or an old row was put back.</exception>
    public static async Task<OpenDocument> OpenAsync(
        OpenCompartment open, byte[] id, bool ownsCompartment, CancellationToken cancellation)
    {
        for (int left = Tries; left > 0; left--)
        {
            DocumentRow row = open.Read(session => session.Document(id))
                ?? throw new RefusedException(AccessRefusals.NotFound);
            try
            {
                return Open(open, row, ownsCompartment);
            }
            catch (CardMissingException)
            {
                // Between the two commits of a batch: settle, look again.
                await open.SettleAsync(cancellation);
            }
        }

        throw new RefusedException(StorageRefusals.StoreDamaged);
    }

    /// <summary>The document of a row.</summary>
    /// <exception cref="CardMissingException">It is being written just now.</exception>
    /// <exception cref="RefusedException">Its customer is not there, or its card was altered.</exception>
    public static OpenDocument Open(OpenCompartment open, DocumentRow row, bool ownsCompartment)
    {
        OpenCustomer? customer = OpenCustomer(open, row);
        try
        {
            OwnerSeal seal = customer is null ? open.SealFor(row.Id) : open.SealFor(row.Id, customer);
            DocumentCard card = open.Read(session => DocumentCard.Open(seal, row, session));
            return new OpenDocument(open, customer, row, seal, card) { OwnsCompartment = ownsCompartment };
        }
        catch
        {
            customer?.Dispose();
            throw;
        }
    }

    private static OpenCustomer? OpenCustomer(OpenCompartment open, DocumentRow row)
    {
        if (row.Customer is null)
        {
            return null;
        }

        byte[] id = RecordAddress.Bytes(row.Customer);
        CustomerRow customer = open.Read(session => session.CustomerById(id))
            ?? throw new RefusedException(AccessRefusals.NotFound);
        return open.OpenCustomer(customer);
    }
}
