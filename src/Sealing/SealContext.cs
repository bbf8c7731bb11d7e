using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing;

/// <summary>
/// What a sealed value is, whose it is, where it sits and which version it is. A value opens only under the context it
/// was sealed with. Names are constants of the program, 1 to 256 bytes of UTF-8. Bytes: <c>docs/formats/seal.md</c>.
/// </summary>
public sealed record SealContext
{
    private const int NameLimit = 256;
    private const int PrefixLength = sizeof(uint);

    // "strongroom1" ‖ type ‖ compartment ‖ owner ‖ table ‖ column ‖ record ‖ version
    private const int LengthLimit =
        11 + (3 * (PrefixLength + NameLimit)) + (3 * IIdentifier.Size) + sizeof(long);

    // Replacing a lone surrogate would give two names the same bytes.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The kind of thing that is sealed: <c>field</c>, <c>key</c>, <c>log-body</c>, …</summary>
    public required string Type { get; init; }

    /// <summary>The compartment it belongs to; none is written as 16 zero bytes.</summary>
    public IIdentifier? Compartment { get; init; }

    /// <summary>Whose it is, a customer for the most part; none is written as 16 zero bytes.</summary>
    public IIdentifier? Owner { get; init; }

    /// <summary>The table, or the file, where the sealed value sits.</summary>
    public required string Table { get; init; }

    /// <summary>The column, or the part of the file.</summary>
    public required string Column { get; init; }

    /// <summary>The row; none is written as 16 zero bytes.</summary>
    public IIdentifier? Record { get; init; }

    /// <summary>The version of the row, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public long Version
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Writes the SHA-256 of the context's bytes.</summary>
    /// <param name="destination">32 bytes or more.</param>
    internal void Hash(Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[LengthLimit];
        SHA256.HashData(bytes[..Write(bytes)], destination);
    }

    internal byte[] ToBytes()
    {
        Span<byte> bytes = stackalloc byte[LengthLimit];
        return bytes[..Write(bytes)].ToArray();
    }

    private int Write(Span<byte> destination)
    {
        Span<byte> rest = destination;
        "strongroom1"u8.CopyTo(rest);
        rest = rest["strongroom1"u8.Length..];
        WriteName(Type, ref rest);
        WriteId(Compartment, ref rest);
        WriteId(Owner, ref rest);
        WriteName(Table, ref rest);
        WriteName(Column, ref rest);
        WriteId(Record, ref rest);
        BinaryPrimitives.WriteInt64BigEndian(rest, Version);
        return destination.Length - rest.Length + sizeof(long);
    }

    private static void WriteName(string name, ref Span<byte> rest)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!Utf8.TryGetBytes(name, rest.Slice(PrefixLength, NameLimit), out int length))
        {
            throw new ArgumentException($"a name in a context has at most {NameLimit} bytes", nameof(name));
        }

        BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)length);
        rest = rest[(PrefixLength + length)..];
    }

    private static void WriteId(IIdentifier? id, ref Span<byte> rest)
    {
        // The buffer is zeroed, which is how an absent id is written.
        id?.CopyTo(rest[..IIdentifier.Size]);
        rest = rest[IIdentifier.Size..];
    }
}
