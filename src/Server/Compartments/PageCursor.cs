using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Server.Keys;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Where a list over compartments goes on: place ‖ id ‖ tag, so that nobody can make one up and walk through ids.
/// </summary>
internal sealed class PageCursor(InstallationKeys keys)
{
    private const int TagLength = 16;
    private const int BodyLength = sizeof(int) + IIdentifier.Size;
    private const string Label = "cursor";

    /// <param name="list">The list's name: a cursor of one list is none of another.</param>
    /// <param name="place">The compartment, counted in the list's own order.</param>
    /// <param name="last">The last id shown.</param>
    public string Write(string list, int place, ReadOnlySpan<byte> last)
    {
        byte[] body = new byte[BodyLength];
        BinaryPrimitives.WriteInt32BigEndian(body, place);
        last.CopyTo(body.AsSpan(sizeof(int)));
        return Convert.ToHexStringLower([.. body, .. Tag(list, body)]);
    }

    public bool TryRead(string list, string untrustedCursor, out int place, out byte[] last)
    {
        byte[] bytes = new byte[BodyLength + TagLength];
        byte[] digits = Encoding.ASCII.GetBytes(untrustedCursor);
        bool isHex = digits.Length == bytes.Length * 2
            && Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;
        place = BinaryPrimitives.ReadInt32BigEndian(bytes);
        last = bytes[sizeof(int)..BodyLength];
        return isHex && CryptographicOperations.FixedTimeEquals(
            Tag(list, bytes.AsSpan(0, BodyLength)), bytes.AsSpan(BodyLength));
    }

    private byte[] Tag(string list, ReadOnlySpan<byte> body) =>
        keys.Session.Hash(Label, [.. Encoding.ASCII.GetBytes(list), .. body])[..TagLength];
}
