using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// Writes one frame of the Redactor's pipe: <c>magic ‖ type ‖ u32 length ‖ payload</c>, integers big-endian.
/// </summary>
internal sealed class FrameWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public FrameWriter(byte type)
    {
        _buffer.Write(RedactorFrames.Magic);
        Byte(type);
        Int(0);
    }

    public void Byte(int value)
    {
        _buffer.GetSpan(1)[0] = checked((byte)value);
        _buffer.Advance(1);
    }

    public void Bool(bool value) => Byte(value ? 1 : 0);

    public void Int(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    public void Long(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_buffer.GetSpan(sizeof(ulong)), value);
        _buffer.Advance(sizeof(ulong));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        _buffer.Write(value);
    }

    public void Text(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Int(length);
        _buffer.Advance(Encoding.UTF8.GetBytes(value, _buffer.GetSpan(length)));
    }

    /// <summary>A text that may be missing: a flag, then the text.</summary>
    public void OptionalText(string? value)
    {
        Bool(value is not null);
        if (value is not null)
        {
            Text(value);
        }
    }

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Int(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            write(items[i]);
        }
    }

    /// <summary>The whole frame.</summary>
    /// <exception cref="InvalidOperationException">It is longer than a frame may be.</exception>
    public byte[] ToFrame()
    {
        int length = _buffer.WrittenCount - RedactorFrames.HeaderLength;
        if (length > RedactorFrames.MaxPayloadLength)
        {
            throw new InvalidOperationException("the frame is longer than a frame may be");
        }

        byte[] frame = _buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(RedactorFrames.HeaderLength - sizeof(int)), length);
        return frame;
    }
}
