using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Strongroom.Sealing;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// What somebody sent with a public form, as it is sealed. Untrusted whenever it is opened: anybody can seal to a
/// public key. Bytes: <c>docs/formats/inbox.md</c>.
/// </summary>
internal sealed class Submission
{
    public const string FormatName = "strongroom-submission/1";

    // Contents are padded to one of these, so that a length says little; most fit the first.
    private static readonly int[] Classes = [4 * 1024, 16 * 1024, 64 * 1024, 256 * 1024];

    /// <summary>The longest file that is looked at; what we write is shorter.</summary>
    public const int LongestFile = 300 * 1024;

    public required string Format { get; init; }

    public required string Token { get; init; }

    public required string Form { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Values by field kind: a string, or an object for the composite kinds.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }

    public override string ToString() => "[personal]";

    /// <summary>Seals it; false where it is larger than any class.</summary>
    public bool TrySeal(AgeRecipient recipient, [NotNullWhen(true)] out byte[]? file)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(this, IntakeJson.Default.Submission);
        int size = Array.Find(Classes, one => one >= json.Length + sizeof(int));
        file = null;
        if (size == 0)
        {
            return false;
        }

        byte[] padded = new byte[size];
        BinaryPrimitives.WriteInt32BigEndian(padded, json.Length);
        json.CopyTo(padded, sizeof(int));
        file = AgeFile.Seal(padded, recipient);
        return true;
    }

    /// <summary>Opens a file of an inbox; false where it is not for this inbox, damaged, or no submission.</summary>
    public static bool TryOpen(
        ReadOnlySpan<byte> untrustedFile, AgeIdentity inbox, [NotNullWhen(true)] out Submission? submission)
    {
        submission = null;
        if (!AgeFile.TryOpen(untrustedFile, inbox, out SecretBytes? padded))
        {
            return false;
        }

        using (padded)
        {
            submission = TryStrip(padded.Reveal(), out ReadOnlySpan<byte> json) ? Parse(json) : null;
        }

        return submission is not null;
    }

    private static bool TryStrip(ReadOnlySpan<byte> padded, out ReadOnlySpan<byte> json)
    {
        json = default;
        if (!Classes.Contains(padded.Length))
        {
            return false;
        }

        int length = BinaryPrimitives.ReadInt32BigEndian(padded);
        ReadOnlySpan<byte> rest = padded[sizeof(int)..];
        if (length < 0 || length > rest.Length || rest[length..].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        json = rest[..length];
        return true;
    }

    private static Submission? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            Submission? submission = JsonSerializer.Deserialize(json, IntakeJson.Default.Submission);
            return submission is { Format: FormatName } && submission.Fields.Values.All(IsText) ? submission : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a string with half a surrogate pair
        }
    }

    /// <summary>Reads every string once, which throws where one is no text.</summary>
    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is not null,
        JsonValueKind.Array => value.EnumerateArray().All(IsText),
        JsonValueKind.Object => value.EnumerateObject().All(property => IsText(property.Value)),
        _ => false,
    };
}
