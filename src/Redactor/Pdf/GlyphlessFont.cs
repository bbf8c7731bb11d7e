using System.Buffers.Binary;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// A TrueType font of one empty glyph, half as wide as it is high: the face of words that the picture shows already and that
/// are only searched and copied. It tells no letters, as it has none. (OpenType 1.9: head, hhea, hmtx, loca, glyf, maxp.)
/// </summary>
internal static class GlyphlessFont
{
    /// <summary>The width of every glyph, in thousandths of the size.</summary>
    public const int GlyphWidth = 500;

    /// <summary>How far it reaches over the baseline, in thousandths of the size; with the descent, the size.</summary>
    public const int Ascent = 800;

    /// <summary>How far it reaches under the baseline: without one, readers assume another.</summary>
    public const int Descent = 200;

    private const int HeaderLength = 12;
    private const int EntryLength = 16;
    private const uint Sum = 0xB1B0AFBA;

    /// <summary>The font file.</summary>
    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        (string Tag, byte[] Data)[] tables =
        [
            ("glyf", Fields(0, 0, 0, 0, 0)),
            ("head", Head()),
            ("hhea", Fields(1, 0, Ascent, 0x10000 - Descent, 0, GlyphWidth, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)),
            ("hmtx", Fields(GlyphWidth, 0)),
            ("loca", Fields(0, 5)), // half the glyph's length
            ("maxp", Fields(1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
        ];
        int length = HeaderLength + (tables.Length * EntryLength) + tables.Sum(table => Padded(table.Data.Length));
        byte[] font = new byte[length];
        Fields(1, 0, tables.Length, 64, 2, 32).CopyTo(font, 0);
        int place = HeaderLength + (tables.Length * EntryLength);
        for (int i = 0; i < tables.Length; i++)
        {
            (string tag, byte[] data) = tables[i];
            Span<byte> entry = font.AsSpan(HeaderLength + (i * EntryLength), EntryLength);
            System.Text.Encoding.ASCII.GetBytes(tag, entry);
            data.CopyTo(font, place);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], SumOf(font.AsSpan(place, Padded(data.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], place);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], data.Length);
            place += Padded(data.Length);
        }

        const int AdjustmentInHead = 8;
        int head = BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(HeaderLength + EntryLength + 8));
        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(head + AdjustmentInHead), unchecked(Sum - SumOf(font)));
        return font;
    }

    private static byte[] Head() => Fields(
        1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, // version, revision, adjustment, magic, flags, units per em
        0, 0, 0, 0, 0, 0, 0, 0, // dates
        0, 0, 0, 0, 0, 8, 2, 0, 0); // bounds, style, smallest size, direction, short places, format

    private static byte[] Fields(params ReadOnlySpan<int> values)
    {
        byte[] bytes = new byte[values.Length * 2];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), checked((ushort)values[i]));
        }

        return bytes;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }

        return sum;
    }
}
