using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Strongroom.Sealing;

/// <summary>
/// A key holder's share, sealed under the numbered code, as a file of JSON that may lie anywhere. Bytes:
/// <c>docs/formats/share.md</c>.
/// </summary>
public sealed partial class ShareFile
{
    private const string Format = "strongroom-share/1";
    private const int LengthLimit = 4096;

    private static readonly ShareJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    });

    private readonly Text _text;

    private ShareFile(Text text) => _text = text;

    /// <summary>The set, 32 hexadecimal digits. Not authenticated before the file is opened.</summary>
    public string Set => _text.Set;

    /// <summary>The holder's number. Not authenticated before the file is opened.</summary>
    public int Number => _text.Number;

    /// <summary>Seals a share.</summary>
    public static ShareFile Seal(KeyShare share, ShareLock holder)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(holder);
        using SecretBytes bytes = share.CopyBytes();
        return new(new Text
        {
            Format = Format,
            Set = share.Set,
            Number = share.Number,
            Salt = holder.Salt,
            SealedShare = holder.Key.SealSecret(Context(share.Set, share.Number), bytes),
        });
    }

    /// <summary>Reads a file; false when it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out ShareFile? file)
    {
        file = null;
        if (untrusted.Length > LengthLimit)
        {
            return false;
        }

        try
        {
            Text? text = JsonSerializer.Deserialize(untrusted, Json.Text);
            bool fits = text is { Format: Format, Set.Length: KeyShare.SetLength * 2, Salt.Length: ShareLock.SaltLength }
                && text.Number is >= 1 and <= ShareSet.MostParts
                && CryptographicOperations.FixedTimeEquals(Write(text), untrusted);
            file = fits ? new ShareFile(text!) : null;
        }
        catch (JsonException)
        {
            // Malformed input is an answer, not an exception.
        }

        return file is not null;
    }

    /// <summary>Opens the share; false when the code is another one or the file was changed. Takes about 0.9 s.</summary>
    /// <param name="code">What <see cref="NumberedCode.TryRead"/> gave; stays the caller's.</param>
    /// <param name="share">The share, which the caller owns.</param>
    public bool TryOpen(SecretBytes code, [NotNullWhen(true)] out KeyShare? share)
    {
        share = null;
        using ShareLock holder = ShareLock.Of(code, _text.Salt);
        if (!holder.Key.TryOpenSecret(_text.SealedShare, Context(Set, Number), out SecretBytes? bytes))
        {
            return false;
        }

        using (bytes)
        {
            return KeyShare.TryRead(bytes.Reveal(), out share);
        }
    }

    /// <summary>The one text of the file, UTF-8.</summary>
    public byte[] ToBytes() => Write(_text);

    private static byte[] Write(Text text) => [.. JsonSerializer.SerializeToUtf8Bytes(text, Json.Text), (byte)'\n'];

    private static SealContext Context(string set, int number) => new()
    {
        Type = "share",
        Table = "share",
        Column = set,
        Version = number,
    };

    /// <summary>The file as it stands in JSON; the order of the members is that of the file.</summary>
    internal sealed record Text
    {
        public required string Format { get; init; }

        public required string Set { get; init; }

        public required int Number { get; init; }

        public required byte[] Salt { get; init; }

        public required byte[] SealedShare { get; init; }
    }

    [JsonSerializable(typeof(Text))]
    private sealed partial class ShareJson : JsonSerializerContext;
}
