using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a recipient: an outsider who gets codes of its own for customers, for one purpose.</summary>
[JsonConverter(typeof(IdJsonConverter<RecipientId>))]
public sealed record RecipientId : IIdentifier, IParsable<RecipientId>
{
    private const string Prefix = "recipient";
    private readonly Guid _value;

    private RecipientId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static RecipientId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static RecipientId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static RecipientId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static RecipientId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out RecipientId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out RecipientId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new RecipientId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>recipient-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
