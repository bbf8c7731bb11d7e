namespace Strongroom.Sealing;

/// <summary>
/// Bech32 (BIP 173) of 32 bytes in lower case, as age writes recipients and identities. No strings: identities are
/// secret.
/// </summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int ChecksumLength = 6;
    private const int DataLength = 52; // 256 bits in groups of 5

    public static int TextLength(string prefix) => prefix.Length + 1 + DataLength + ChecksumLength;

    /// <summary>Writes <c>prefix1…</c>, <see cref="TextLength"/> characters.</summary>
    public static void Encode(string prefix, ReadOnlySpan<byte> bytes, Span<char> destination)
    {
        Span<byte> groups = stackalloc byte[DataLength + ChecksumLength];
        for (int i = 0; i < DataLength; i++)
        {
            groups[i] = Group(bytes, i);
        }

        uint checksum = Checksum(prefix, groups) ^ 1;
        for (int i = 0; i < ChecksumLength; i++)
        {
            groups[DataLength + i] = (byte)((checksum >> (5 * (5 - i))) & 31);
        }

        prefix.CopyTo(destination);
        destination[prefix.Length] = '1';
        for (int i = 0; i < groups.Length; i++)
        {
            destination[prefix.Length + 1 + i] = Alphabet[groups[i]];
        }

        groups.Clear();
    }

    /// <summary>Reads what <see cref="Encode"/> wrote into 32 bytes; false for anything else.</summary>
    public static bool TryDecode(string prefix, ReadOnlySpan<char> untrustedText, Span<byte> destination)
    {
        if (untrustedText.Length != TextLength(prefix)
            || !untrustedText.StartsWith(prefix, StringComparison.Ordinal)
            || untrustedText[prefix.Length] != '1')
        {
            return false;
        }

        Span<byte> groups = stackalloc byte[DataLength + ChecksumLength];
        for (int i = 0; i < groups.Length; i++)
        {
            int value = Alphabet.IndexOf(untrustedText[prefix.Length + 1 + i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            groups[i] = (byte)value;
        }

        // 52 groups hold 260 bits: the last 4 must be zero, or the same bytes had 16 spellings.
        bool isWhole = Checksum(prefix, groups) == 1 && (groups[DataLength - 1] & 0b1111) == 0;
        if (isWhole)
        {
            Join(groups[..DataLength], destination);
        }

        groups.Clear();
        return isWhole;
    }

    private static byte Group(ReadOnlySpan<byte> bytes, int index)
    {
        int bit = index * 5;
        int high = bytes[bit / 8] << 8;
        int low = (bit / 8) + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0;
        return (byte)(((high | low) >> (11 - (bit % 8))) & 31);
    }

    private static void Join(ReadOnlySpan<byte> groups, Span<byte> destination)
    {
        int bits = 0;
        int count = 0;
        int at = 0;
        foreach (byte group in groups)
        {
            bits = ((bits << 5) | group) & 0xfff;
            count += 5;
            if (count >= 8 && at < destination.Length)
            {
                count -= 8;
                destination[at++] = (byte)((bits >> count) & 0xff);
            }
        }
    }

    private static uint Checksum(string prefix, ReadOnlySpan<byte> groups)
    {
        uint sum = 1;
        foreach (char character in prefix)
        {
            sum = Step(sum, (uint)character >> 5);
        }

        sum = Step(sum, 0);
        foreach (char character in prefix)
        {
            sum = Step(sum, (uint)character & 31);
        }

        foreach (byte group in groups)
        {
            sum = Step(sum, group);
        }

        return sum;
    }

    private static uint Step(uint sum, uint value)
    {
        uint top = sum >> 25;
        sum = ((sum & 0x1ffffff) << 5) ^ value;
        sum ^= (top & 1) * 0x3b6a57b2;
        sum ^= ((top >> 1) & 1) * 0x26508e6d;
        sum ^= ((top >> 2) & 1) * 0x1ea119fa;
        sum ^= ((top >> 3) & 1) * 0x3d4233dd;
        sum ^= ((top >> 4) & 1) * 0x2a1462b3;
        return sum;
    }
}
