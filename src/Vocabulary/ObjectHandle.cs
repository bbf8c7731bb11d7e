using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>
/// Stands for a customer or a document in the audit log, so that the log names nobody. Wholly random.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<ObjectHandle>))]
public sealed record ObjectHandle : IIdentifier, IParsable<ObjectHandle>
{
    private const string Prefix = "handle";
    private readonly Guid _value;

    private ObjectHandle(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static ObjectHandle New() => new(new Guid(RandomNumberGenerator.GetBytes(IIdentifier.Size)));

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static ObjectHandle FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static ObjectHandle Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static ObjectHandle Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out ObjectHandle? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ObjectHandle? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new ObjectHandle(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>handle-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
