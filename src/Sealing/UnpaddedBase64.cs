using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Sealing;

/// <summary>
/// Standard base 64 without padding, one spelling for the same bytes (RFC 4648 sections 3.2 and 3.5).
/// </summary>
internal static class UnpaddedBase64
{
    private const int QuadLength = 4;

    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>Decodes; false unless <see cref="Encode"/> gives the very same text back.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> untrustedText, Span<byte> destination, out int written)
    {
        int padding = -untrustedText.Length & (QuadLength - 1);
        Span<byte> padded = new byte[untrustedText.Length + padding];
        untrustedText.CopyTo(padded);
        padded[untrustedText.Length..].Fill((byte)'=');
        if (padding == QuadLength - 1
            || Base64.DecodeFromUtf8(padded, destination, out int read, out written) != OperationStatus.Done
            || read != padded.Length)
        {
            written = 0;
            return false;
        }

        // The decoder skips white space and ignores left-over bits; printing again does not.
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Encode(destination[..written])), untrustedText);
    }
}
