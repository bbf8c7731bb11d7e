using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Sealing;

namespace Strongroom.AuditLog;

/// <summary>Text with signature lines (C2SP signed-note, Ed25519 only).</summary>
internal sealed record SignedNote
{
    private const int MaxSignatures = 32;
    private const int KeyIdSize = 4;
    private const byte Ed25519Type = 1;
    private const char Dash = '—';
    private readonly IReadOnlyList<(string Name, byte[] Signature)> _signatures;

    private SignedNote(string text, IReadOnlyList<(string Name, byte[] Signature)> signatures) =>
        (Text, _signatures) = (text, signatures);

    /// <summary>The text that is signed, with its last newline.</summary>
    public string Text { get; }

    public static SignedNote Sign(string text, string name, SigningKey key) =>
        new(text, [(name, [.. KeyId(name, key.Public), .. key.Sign(Encoding.UTF8.GetBytes(text))])]);

    public static bool TryRead(string untrustedNote, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        int blank = untrustedNote.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !untrustedNote.EndsWith('\n'))
        {
            return false;
        }

        string[] lines = untrustedNote[(blank + 2)..].Split('\n')[..^1];
        List<(string Name, byte[] Signature)> signatures = [];
        foreach (string line in lines.Take(MaxSignatures + 1))
        {
            if (!TryReadLine(line, out (string Name, byte[] Signature) signature))
            {
                return false;
            }

            signatures.Add(signature);
        }

        note = signatures.Count is > 0 and <= MaxSignatures
            ? new SignedNote(untrustedNote[..(blank + 1)], signatures) : null;
        return note is not null;
    }

    /// <summary>Lines of other keys are passed over; a wrong signature of this key spoils the note.</summary>
    public bool IsSignedBy(string name, VerifyingKey key)
    {
        byte[] keyId = KeyId(name, key);
        byte[] text = Encoding.UTF8.GetBytes(Text);
        List<byte[]> own =
        [
            .. _signatures
                .Where(line => string.Equals(line.Name, name, StringComparison.Ordinal)
                    && CryptographicOperations.FixedTimeEquals(line.Signature.AsSpan(0, KeyIdSize), keyId))
                .Select(line => line.Signature),
        ];
        return own.Count > 0 && own.TrueForAll(signature => signature.Length == KeyIdSize + SigningKey.SignatureLength
            && key.Verifies(text, signature.AsSpan(KeyIdSize)));
    }

    public override string ToString()
    {
        StringBuilder note = new StringBuilder(Text).Append('\n');
        foreach ((string name, byte[] signature) in _signatures)
        {
            note.Append(Dash).Append(' ').Append(name).Append(' ')
                .Append(Convert.ToBase64String(signature)).Append('\n');
        }

        return note.ToString();
    }

    private static bool TryReadLine(string untrustedLine, out (string Name, byte[] Signature) line)
    {
        line = default;
        string[] parts = untrustedLine.Split(' ');
        if (parts.Length != 3 || parts[0] is not [Dash] || !Origin.Fits(parts[1]))
        {
            return false;
        }

        byte[] signature = new byte[parts[2].Length];
        if (!Convert.TryFromBase64String(parts[2], signature, out int written) || written <= KeyIdSize)
        {
            return false;
        }

        line = (parts[1], signature[..written]);

        // Printed again and compared: base64 has several spellings of the same bytes.
        return string.Equals(parts[2], Convert.ToBase64String(line.Signature), StringComparison.Ordinal);
    }

    private static byte[] KeyId(string name, VerifyingKey key)
    {
        byte[] named = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. key.ToBytes()];
        byte[] id = SHA256.HashData(named)[..KeyIdSize];
        return id;
    }
}
