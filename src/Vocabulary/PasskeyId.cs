using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a passkey of a member of staff; not the credential id that the authenticator drew.</summary>
[JsonConverter(typeof(IdJsonConverter<PasskeyId>))]
public sealed record PasskeyId : IIdentifier, IParsable<PasskeyId>
{
    private const string Prefix = "passkey";
    private readonly Guid _value;

    private PasskeyId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static PasskeyId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static PasskeyId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static PasskeyId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static PasskeyId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out PasskeyId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out PasskeyId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new PasskeyId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>passkey-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
