using System.Buffers.Binary;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The number of the last row whose customer is durable. It is written in the same batch as the customers, so that an
/// import taken up after a crash registers nobody twice and leaves nobody out.
/// </summary>
internal static class ImportProgress
{
    private const string Column = "import-progress";

    public static long Read(OpenCompartment open, JobId job)
    {
        var address = new RecordAddress(job, null);
        byte[]? found = open.Read(session => session.Record(address, 1));
        return found is null
            ? 0
            : BinaryPrimitives.ReadInt64BigEndian(open.SealFor(job).Open(Column, null, 1, found));
    }

    public static byte[] Seal(OwnerSeal seal, long row)
    {
        byte[] plain = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(plain, row);
        return seal.Seal(Column, null, 1, plain);
    }

    public static void Write(CompartmentSession session, JobId job, byte[] sealedRow)
    {
        var address = new RecordAddress(job, null);
        session.RemoveRecord(address, 1);
        session.AddRecord(address, 1, sealedRow);
    }
}
