using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Strongroom.Server.Staff;

/// <summary>SHA-256 over parts, each after its length: no two lists of parts have the same bytes. Pure.</summary>
internal static class HashedParts
{
    public static byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(uint)];
        foreach (byte[] part in parts)
        {
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }
}
