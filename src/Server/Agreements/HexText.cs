using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Server.Agreements;

/// <summary>Reads hexadecimal digits that somebody sent. Pure.</summary>
internal static class HexText
{
    private const int Longest = 128;

    public static bool TryRead(string untrustedText, [NotNullWhen(true)] out byte[]? bytes)
    {
        byte[] buffer = new byte[Longest / 2];
        bool isHex = untrustedText.Length <= Longest
            && Convert.FromHexString(untrustedText, buffer, out _, out int written) == OperationStatus.Done
            && written * 2 == untrustedText.Length;
        bytes = isHex ? buffer[..(untrustedText.Length / 2)] : null;
        return isHex;
    }
}
