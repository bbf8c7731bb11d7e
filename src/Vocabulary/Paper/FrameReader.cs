using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// Reads one hostile frame. A fault sticks: every later read gives an empty value, and <see cref="IsWhole"/> says no.
/// Nothing is allocated by a length that the frame does not back with bytes.
/// </summary>
[SuppressMessage(
    "Design", "MA0048", Justification = "the delegate belongs to the reader: a ref struct fits no built-in one")]
internal ref struct FrameReader
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private ReadOnlySpan<byte> _rest;
    private bool _failed;

    public FrameReader(ReadOnlySpan<byte> untrustedFrame, byte type)
    {
        _rest = untrustedFrame;
        _failed = !untrustedFrame.StartsWith(RedactorFrames.Magic);
        Take(RedactorFrames.Magic.Length);
        _failed |= Byte() != type;
        _failed |= Int() != _rest.Length;
    }

    public delegate T ReadItem<out T>(ref FrameReader reader);

    /// <summary>Whether everything was there, and nothing more.</summary>
    public readonly bool IsWhole => !_failed && _rest.IsEmpty;

    public void Fail() => _failed = true;

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public bool Bool()
    {
        byte value = Byte();
        _failed |= value > 1;
        return value == 1;
    }

    /// <summary>An integer from 0 to the given limit.</summary>
    public int Int(int max = int.MaxValue)
    {
        ReadOnlySpan<byte> bytes = Take(sizeof(int));
        int value = bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt32BigEndian(bytes);
        _failed |= value < 0 || value > max;
        return _failed ? 0 : value;
    }

    public ulong Long()
    {
        ReadOnlySpan<byte> bytes = Take(sizeof(ulong));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    public ReadOnlySpan<byte> Bytes() => Take(Int());

    public string Text()
    {
        ReadOnlySpan<byte> bytes = Bytes();
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Strict.GetString(bytes);
        }

        _failed = true;
        return string.Empty;
    }

    public string? OptionalText() => Bool() ? Text() : null;

    /// <summary>A list; each item takes at least the given number of bytes.</summary>
    public List<T> List<T>(int itemLength, ReadItem<T> read)
    {
        int count = Int();
        if (_failed || count > _rest.Length / itemLength)
        {
            _failed = true;
            return [];
        }

        var items = new List<T>(count);
        for (int i = 0; i < count && !_failed; i++)
        {
            items.Add(read(ref this));
        }

        return items;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (_failed || length > _rest.Length)
        {
            _failed = true;
            return [];
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
