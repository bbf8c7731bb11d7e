using System.Buffers.Binary;
using System.Numerics;

namespace Strongroom.Recognition.Customers;

/// <summary>SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of 64 bits for short texts.</summary>
public static class SipHash24
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 16;

    /// <summary>Hashes some bytes.</summary>
    /// <param name="key">16 bytes.</param>
    /// <param name="data">What to hash.</param>
    public static ulong Hash(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength, nameof(key));
        unchecked
        {
            ulong k0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
            ulong k1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
            ulong v0 = k0 ^ 0x736F6D6570736575;
            ulong v1 = k1 ^ 0x646F72616E646F6D;
            ulong v2 = k0 ^ 0x6C7967656E657261;
            ulong v3 = k1 ^ 0x7465646279746573;
            ulong last = (ulong)data.Length << 56;
            for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
            {
                ulong word = BinaryPrimitives.ReadUInt64LittleEndian(data);
                v3 ^= word;
                Rounds(ref v0, ref v1, ref v2, ref v3, 2);
                v0 ^= word;
            }

            for (int i = 0; i < data.Length; i++)
            {
                last |= (ulong)data[i] << (8 * i);
            }

            v3 ^= last;
            Rounds(ref v0, ref v1, ref v2, ref v3, 2);
            v0 ^= last;
            v2 ^= 0xFF;
            Rounds(ref v0, ref v1, ref v2, ref v3, 4);
            return v0 ^ v1 ^ v2 ^ v3;
        }
    }

    private static void Rounds(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3, int count)
    {
        unchecked
        {
            for (int i = 0; i < count; i++)
            {
                v0 += v1;
                v2 += v3;
                v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
                v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
                v0 = BitOperations.RotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
                v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
                v2 = BitOperations.RotateLeft(v2, 32);
            }
        }
    }
}
