using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// Where a sealed record lies in <c>records.db</c>: its owner and its id. A card, the newest summary of an owner, has
/// no id.
/// </summary>
/// <param name="Owner">A customer, a document or a job: 16 random bytes.</param>
/// <param name="Id">The record; null for the owner's card.</param>
internal sealed record RecordAddress(IIdentifier Owner, RecordId? Id)
{
    public byte[] OwnerBytes() => Bytes(Owner);

    public byte[] IdBytes() => Id is null ? new byte[IIdentifier.Size] : Bytes(Id);

    public static byte[] Bytes(IIdentifier id)
    {
        byte[] bytes = new byte[IIdentifier.Size];
        id.CopyTo(bytes);
        return bytes;
    }
}
