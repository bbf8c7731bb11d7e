using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a sealed record in a compartment. Wholly random, so that it tells no time and no order.</summary>
[JsonConverter(typeof(IdJsonConverter<RecordId>))]
public sealed record RecordId : IIdentifier, IParsable<RecordId>
{
    private const string Prefix = "record";
    private readonly Guid _value;

    private RecordId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static RecordId New() => new(new Guid(RandomNumberGenerator.GetBytes(IIdentifier.Size)));

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static RecordId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static RecordId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static RecordId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out RecordId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out RecordId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new RecordId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>record-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
