using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Strongroom.Sealing;

namespace Strongroom.Server.Intake.Forms;

/// <summary>
/// The file of the published forms: a line that names the format, a line with the signature, then the JSON that is
/// signed, byte for byte. Bytes: <c>docs/formats/intake-forms.md</c>.
/// </summary>
internal static class FormsFile
{
    private const int LargestFile = 4 * 1024 * 1024;
    private const byte NewLine = (byte)'\n';

    private static ReadOnlySpan<byte> FirstLine => "strongroom-intake-forms/1\n"u8;

    // What is signed begins with this, so that no other signature of the same key is one of a form.
    private static ReadOnlySpan<byte> Purpose => "intake-forms/v1\n"u8;

    public static byte[] ToBytes(FormSet forms, SigningKey key)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(forms, IntakeJson.Default.FormSet);
        string signature = Convert.ToBase64String(key.Sign([.. Purpose, .. json]));
        return [.. FirstLine, .. Encoding.ASCII.GetBytes(signature), NewLine, .. json];
    }

    /// <summary>Reads a file; false where it is not signed by the key, or what is signed is no set of forms.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> untrustedFile, VerifyingKey key, [NotNullWhen(true)] out FormSet? forms)
    {
        forms = null;
        if (untrustedFile.Length > LargestFile || !untrustedFile.StartsWith(FirstLine))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = untrustedFile[FirstLine.Length..];
        int end = rest.IndexOf(NewLine);
        if (end < 0 || !TryReadSignature(Encoding.Latin1.GetString(rest[..end]), out byte[] signature))
        {
            return false;
        }

        ReadOnlySpan<byte> json = rest[(end + 1)..];
        forms = key.Verifies([.. Purpose, .. json], signature) ? Parse(json) : null;
        return forms is not null;
    }

    // Written again and compared: base 64 has several spellings of the same bytes.
    private static bool TryReadSignature(string untrustedText, out byte[] signature)
    {
        signature = new byte[SigningKey.SignatureLength];
        return Convert.TryFromBase64Chars(untrustedText, signature, out int length)
            && length == signature.Length
            && Convert.ToBase64String(signature) == untrustedText;
    }

    private static FormSet? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            FormSet? forms = JsonSerializer.Deserialize(json, IntakeJson.Default.FormSet);
            return forms is not null && forms.Forms.All(IsUsable) ? forms : null;
        }
        catch (JsonException)
        {
            return null; // signed by another version of the program
        }
    }

    private static bool IsUsable(IntakeForm form) => AgeRecipient.TryParse(form.Recipient, null, out _);
}
