using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a program that works here with a key of its own.</summary>
[JsonConverter(typeof(IdJsonConverter<ServiceAccountId>))]
public sealed record ServiceAccountId : IIdentifier, IParsable<ServiceAccountId>
{
    private const string Prefix = "service-account";
    private readonly Guid _value;

    private ServiceAccountId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static ServiceAccountId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static ServiceAccountId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static ServiceAccountId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static ServiceAccountId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out ServiceAccountId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ServiceAccountId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new ServiceAccountId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>service-account-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
