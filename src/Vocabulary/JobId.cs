using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>Names long work: an import, a redaction.</summary>
[JsonConverter(typeof(IdJsonConverter<JobId>))]
public sealed record JobId : IIdentifier, IParsable<JobId>
{
    private const string Prefix = "job";
    private readonly Guid _value;

    private JobId(Guid value) => _value = value;

    /// <summary>Draws a new id.</summary>
    public static JobId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an id from the 16 bytes that <see cref="CopyTo"/> wrote.</summary>
    public static JobId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">It is not the text form; the message does not repeat it.</exception>
    public static JobId Parse(string s) => Parse(s, null);

    /// <inheritdoc />
    public static JobId Parse(string s, IFormatProvider? provider)
    {
        if (!TryParse(s, provider, out JobId? id))
        {
            IdText.ThrowMalformed(Prefix);
        }

        return id;
    }

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out JobId? result)
    {
        result = IdText.TryParse(Prefix, s, out Guid value) ? new JobId(value) : null;
        return result is not null;
    }

    /// <inheritdoc />
    public void CopyTo(Span<byte> destination) => _value.TryWriteBytes(destination, bigEndian: true, out _);

    /// <summary>The text form: <c>job-</c> and 32 hexadecimal digits.</summary>
    public override string ToString() => IdText.Format(Prefix, _value);
}
