using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a piece of paperwork, before and after redaction.</summary>
[JsonConverter(typeof(IdJsonConverter<DocumentId>))]
public sealed record DocumentId : IIdentifier, IParsable<DocumentId>
{
    private const string Prefix = "document";
    private readonly Guid _value;

    private DocumentId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static DocumentId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static DocumentId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static DocumentId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static DocumentId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out DocumentId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out DocumentId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new DocumentId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>document-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
