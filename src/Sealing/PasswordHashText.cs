using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Strongroom.Sealing;

/// <summary>
/// The stored text of a password hash: <c>$argon2id$v=19$m=KIBIBYTES,t=PASSES,p=1$SALT$HASH</c>, base 64 without
/// padding.
/// </summary>
internal sealed record PasswordHashText
{
    public const int SaltLength = 16;
    public const int HashLength = 32;

    private const string Start = "$argon2id$v=19$m=";
    private const int CurrentMemoryKibibytes = 64 * 1024;
    private const int CurrentPasses = 3;

    // A changed database row must not make the server run out of memory or time.
    private const int MostMemoryKibibytes = 256 * 1024;
    private const int MostPasses = 10;
    private const int FewestMemoryKibibytes = 8;
    private const int TextLimit = 128;

    public required int MemoryKibibytes { get; init; }

    public required int Passes { get; init; }

    public required byte[] Salt { get; init; }

    public byte[] Hash { get; init; } = [];

    public bool IsCurrent => MemoryKibibytes == CurrentMemoryKibibytes && Passes == CurrentPasses;

    public static PasswordHashText Current(ReadOnlySpan<byte> salt) =>
        new() { MemoryKibibytes = CurrentMemoryKibibytes, Passes = CurrentPasses, Salt = salt.ToArray() };

    /// <summary>Reads a stored text; false unless it would print exactly so again.</summary>
    public static bool TryParse(string? untrustedStored, [NotNullWhen(true)] out PasswordHashText? text)
    {
        string[] parts = untrustedStored?.Length <= TextLimit ? untrustedStored.Split('$', ',', '=') : [];
        text = TryRead(parts, out PasswordHashText? found)
            && string.Equals(found.ToString(), untrustedStored, StringComparison.Ordinal)
            ? found
            : null;
        return text is not null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Start}{MemoryKibibytes},t={Passes},p=1${UnpaddedBase64.Encode(Salt)}${UnpaddedBase64.Encode(Hash)}");

    // The parts that are not named here are compared when the text is printed again.
    private static bool TryRead(string[] parts, [NotNullWhen(true)] out PasswordHashText? text)
    {
        text = null;
        byte[] salt = new byte[SaltLength];
        byte[] hash = new byte[HashLength];
        if (parts is [_, _, _, _, _, string memory, _, string passCount, _, _, string saltText, string hashText]
            && TryParse(memory, FewestMemoryKibibytes, MostMemoryKibibytes, out int memoryKibibytes)
            && TryParse(passCount, 1, MostPasses, out int passes)
            && TryDecode(saltText, salt)
            && TryDecode(hashText, hash))
        {
            text = new() { MemoryKibibytes = memoryKibibytes, Passes = passes, Salt = salt, Hash = hash };
        }

        return text is not null;
    }

    private static bool TryParse(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number >= least
        && number <= most;

    private static bool TryDecode(string text, byte[] destination) =>
        text.Length == UnpaddedBase64.Encode(destination).Length
        && UnpaddedBase64.TryDecode(Encoding.UTF8.GetBytes(text), destination, out int length)
        && length == destination.Length;
}
