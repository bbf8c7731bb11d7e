using System.Buffers.Binary;
using System.Text;

namespace Strongroom.AuditLog;

/// <summary>The first bytes of a journal: <c>strongroom-audit</c> ‖ version ‖ length ‖ origin ‖ CRC-32C.</summary>
internal static class JournalHeader
{
    private const int OriginAt = 24;
    private const uint Version = 1;

    private static ReadOnlySpan<byte> Magic => "strongroom-audit"u8;

    public static byte[] Of(string origin)
    {
        byte[] name = Encoding.UTF8.GetBytes(origin);
        byte[] header = new byte[OriginAt + name.Length + sizeof(uint)];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(Magic.Length), Version);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(Magic.Length + sizeof(uint)), name.Length);
        name.CopyTo(header, OriginAt);
        int crcAt = OriginAt + name.Length;
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(crcAt), Crc32C.Of(header.AsSpan(0, crcAt)));
        return header;
    }
}
