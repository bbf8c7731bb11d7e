using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Whom an import has made, sealed and written in the same commits as the customers: one record a batch, its version
/// the number of the batch's last row. Some ids may name nobody, where a compartment was full before the batch's end.
/// </summary>
internal static class ImportedCustomers
{
    private const string Column = "import-made";
    private const int AtOnce = 50;

    /// <summary>The records of a job that hold such lists; a fixed id, beside the progress, which has none.</summary>
    private static readonly RecordId List = RecordId.FromBytes("import-made-list"u8);

    public static byte[] Seal(OpenCompartment open, JobId job, long lastRow, IReadOnlyList<CustomerId> made)
    {
        byte[] plain = new byte[made.Count * IIdentifier.Size];
        for (int i = 0; i < made.Count; i++)
        {
            made[i].CopyTo(plain.AsSpan(i * IIdentifier.Size));
        }

        return open.SealFor(job).Seal(Column, List, lastRow, plain);
    }

    public static void Write(CompartmentSession session, JobId job, long lastRow, byte[] sealedList)
    {
        var address = new RecordAddress(job, List);
        session.RemoveRecord(address, lastRow);
        session.AddRecord(address, lastRow, sealedList);
    }

    /// <summary>The lists of one compartment, oldest first.</summary>
    public static IEnumerable<IReadOnlyList<CustomerId>> Read(OpenCompartment open, JobId job)
    {
        var address = new RecordAddress(job, List);
        OwnerSeal seal = open.SealFor(job);
        long after = 0;
        while (true)
        {
            List<(long Version, byte[] Sealed)> found = open.Read(
                session => session.RecordsAfter(address, after, AtOnce));
            foreach ((long version, byte[] sealedList) in found)
            {
                yield return Ids(seal.Open(Column, List, version, sealedList));
                after = version;
            }

            if (found.Count < AtOnce)
            {
                yield break;
            }
        }
    }

    private static CustomerId[] Ids(byte[] plain) =>
        [.. plain.Chunk(IIdentifier.Size).Select(id => CustomerId.FromBytes(id))];
}
