using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names one version of the confidentiality agreement.</summary>
[JsonConverter(typeof(IdJsonConverter<AgreementId>))]
public sealed record AgreementId : IIdentifier, IParsable<AgreementId>
{
    private const string Prefix = "agreement";
    private readonly Guid _value;

    private AgreementId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static AgreementId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static AgreementId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static AgreementId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static AgreementId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out AgreementId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out AgreementId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new AgreementId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>agreement-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
