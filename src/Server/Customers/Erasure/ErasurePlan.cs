using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// What an erasure destroys, written down before it begins, so that it is finished after a crash when nothing can be
/// opened any more. Sealed under the compartment's file key.
/// </summary>
/// <param name="Code">The customer's code.</param>
/// <param name="Customer">The owner id of the records.</param>
/// <param name="CardVersion">The version that was looked at: who changes the customer meanwhile is not overruled.</param>
/// <param name="Epoch">Which key of the customer it is.</param>
/// <param name="Documents">The owner ids of the documents' records.</param>
/// <param name="Files">Sealed files, relative to the data folder.</param>
/// <param name="Reason">Why, from the list.</param>
/// <param name="By">Who asked, as the log names them.</param>
/// <param name="Entry">The log's entry under which it was asked.</param>
internal sealed record ErasurePlan(
    CustomerCode Code, CustomerId Customer, long CardVersion, int Epoch, IReadOnlyList<DocumentId> Documents,
    IReadOnlyList<string> Files, string Reason, string By, long Entry)
{
    private const string Column = "erasure-plan";

    public byte[] Seal(OpenCompartment open, ObjectHandle handle) => open.SealFor(handle).Seal(
        Column, null, 1, JsonSerializer.SerializeToUtf8Bytes(this, CustomersJson.Default.ErasurePlan));

    /// <exception cref="RefusedException">It was altered.</exception>
    public static ErasurePlan Open(OpenCompartment open, ObjectHandle handle, byte[] untrusted) =>
        JsonSerializer.Deserialize(
            open.SealFor(handle).Open(Column, null, 1, untrusted), CustomersJson.Default.ErasurePlan)!;

    /// <summary>Takes everything out of the two databases, on the writer; what is gone already changes nothing.</summary>
    /// <returns>How many customers went: one, or none where this was done before.</returns>
    /// <exception cref="RefusedException">Somebody has changed the customer since.</exception>
    public int Write(CompartmentSession session)
    {
        CustomerRow? row = session.CustomerById(RecordAddress.Bytes(Customer));
        if (row is not null && row.CardVersion != CardVersion)
        {
            throw new RefusedException(CustomerRefusals.Changed);
        }

        session.RemoveOwner(Customer);
        foreach (DocumentId document in Documents)
        {
            session.RemoveOwner(document);
        }

        session.DeleteCustomer(Customer);
        return row is null ? 0 : 1;
    }

    public override string ToString() => nameof(ErasurePlan);
}
