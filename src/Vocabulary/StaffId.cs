using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names a member of staff.</summary>
[JsonConverter(typeof(IdJsonConverter<StaffId>))]
public sealed record StaffId : IIdentifier, IParsable<StaffId>
{
    private const string Prefix = "staff";
    private readonly Guid _value;

    private StaffId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static StaffId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static StaffId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static StaffId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static StaffId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out StaffId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out StaffId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new StaffId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>staff-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
