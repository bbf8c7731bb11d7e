using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a compartment: a group of customers with its own database and key.</summary>
[JsonConverter(typeof(IdJsonConverter<CompartmentId>))]
public sealed record CompartmentId : IIdentifier, IParsable<CompartmentId>
{
    private const string Prefix = "compartment";
    private readonly Guid _value;

    private CompartmentId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static CompartmentId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static CompartmentId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static CompartmentId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static CompartmentId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out CompartmentId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out CompartmentId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new CompartmentId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>compartment-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
