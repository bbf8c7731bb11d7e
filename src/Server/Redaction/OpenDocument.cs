using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A document whose key and card are open, inside a compartment that the door has opened for it.</summary>
internal sealed class OpenDocument(
    OpenCompartment compartment, OpenCustomer? customer, DocumentRow row, OwnerSeal seal,
    DocumentCard card) : IDisposable
{
    /// <summary>
    /// Ends the compartment's opening with the document's; false where one opening serves many documents.
    /// </summary>
    public bool OwnsCompartment { get; init; } = true;

    public OpenCompartment Compartment => compartment;

    public DocumentRow Row => row;

    /// <summary>
    /// Seals under the customer's key, or the compartment's file key for a document that is no one customer's.
    /// </summary>
    public OwnerSeal Seal => seal;

    public DocumentCard Card => card;

    /// <summary>Whose paperwork it is; null where it belongs to the compartment as a whole.</summary>
    public CustomerCode? Code => customer is null ? null : OpenCompartment.CodeOf(customer);

    /// <summary>Opens one of the document's records.</summary>
    /// <exception cref="RefusedException">It is missing or was altered.</exception>
    public TRecord ReadRecord<TRecord>(string column, RecordId id, long version, JsonTypeInfo<TRecord> shape) =>
        JsonSerializer.Deserialize(ReadRecord(column, id, version), shape)!;

    /// <inheritdoc cref="ReadRecord{TRecord}" />
    public byte[] ReadRecord(string column, RecordId id, long version)
    {
        byte[] found = compartment.Read(session => session.Record(new RecordAddress(row.Id, id), version))
            ?? throw new RefusedException(StorageRefusals.StoreDamaged);
        return seal.Open(column, id, version, found);
    }

    /// <summary>Writes the card's next version and what goes with it, if nobody was faster.</summary>
    /// <param name="next">The card.</param>
    /// <param name="more">Writes further records, sealed before; runs on the writer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False where somebody has changed the document since it was opened; nothing was written.</returns>
    public Task<bool> TryWriteAsync(DocumentCard next, Action<CompartmentSession>? more, CancellationToken cancellation)
    {
        long version = row.CardVersion;
        byte[] sealedCard = next.Seal(seal, version + 1);
        var address = new RecordAddress(row.Id, null);
        return compartment.WriteAsync(
            session =>
            {
                if (!session.MoveDocument(row.Id, version, version + 1))
                {
                    return false;
                }

                session.AddRecord(address, version + 1, sealedCard);
                session.RemoveRecordsBefore(address, version + 1);
                more?.Invoke(session);
                return true;
            },
            cancellation);
    }

    public void Dispose()
    {
        customer?.Dispose();
        if (OwnsCompartment)
        {
            compartment.Dispose();
        }
    }
}
