using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// What makes a form that was sent twice one submission, without any memory of ours: drawn when the form is shown, it
/// comes back with it, and the submission's name, code, handle and customer follow from it. So the second sending gives
/// the first one's receipt, also after a crash. Bytes: <c>docs/formats/inbox.md</c>.
/// </summary>
internal sealed class SubmitToken
{
    /// <summary>How long a form may stay open in a browser.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int Length = 32;
    private const int TextLength = 43;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly byte[] _bytes;

    private SubmitToken(byte[] bytes) => _bytes = bytes;

    /// <summary>The name of the submission: 32 hexadecimal digits, which tell nothing of the code.</summary>
    public string Name => Convert.ToHexStringLower(Derive("intake/submission", 0).AsSpan(0, IIdentifier.Size));

    /// <summary>How the audit log will name the customer.</summary>
    public ObjectHandle Handle => ObjectHandle.FromBytes(Derive("intake/handle", 0).AsSpan(0, IIdentifier.Size));

    /// <summary>The owner id that the customer's records will have.</summary>
    public CustomerId Customer => CustomerId.FromBytes(Derive("intake/customer", 0).AsSpan(0, IIdentifier.Size));

    /// <summary>The time (u64, seconds) and 24 random bytes.</summary>
    public static SubmitToken New(DateTimeOffset now)
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(Length);
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeSeconds());
        return new SubmitToken(bytes);
    }

    /// <summary>Reads the text form, 43 characters of base 64 for addresses.</summary>
    public static bool TryParse(string? untrustedText, [NotNullWhen(true)] out SubmitToken? token)
    {
        byte[] bytes = new byte[Length];
        bool isToken = untrustedText?.Length == TextLength
            && Base64Url.DecodeFromChars(untrustedText, bytes, out _, out int length) == OperationStatus.Done
            && length == Length
            && Base64Url.EncodeToString(bytes) == untrustedText;
        token = isToken ? new SubmitToken(bytes) : null;
        return isToken;
    }

    /// <summary>Whether the form was shown so lately that it may be taken without another look.</summary>
    public bool IsFresh(DateTimeOffset now)
    {
        long at = BinaryPrimitives.ReadInt64BigEndian(_bytes);
        long present = now.ToUnixTimeSeconds();
        return at <= present + (long)Skew.TotalSeconds && at > present - (long)Life.TotalSeconds;
    }

    /// <summary>The customer's code.</summary>
    /// <param name="attempt">
    /// 0 for the one on the receipt; more where a code turned out to be another customer's.
    /// </param>
    public CustomerCode Code(int attempt) => CustomerCode.FromRandom(Derive("intake/code", attempt));

    public string ToText() => Base64Url.EncodeToString(_bytes);

    // Who has the token has the code, so it does not print.
    public override string ToString() => nameof(SubmitToken);

    private byte[] Derive(string label, int attempt)
    {
        using var hash = KeyedHash.TakeFrom((byte[])_bytes.Clone());
        return hash.Hash(label, Encoding.ASCII.GetBytes(attempt.ToString(CultureInfo.InvariantCulture)));
    }
}
