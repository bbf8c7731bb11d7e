using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Codes that people hand over and type: 16 characters of 5 bits in groups of four, easy letters only.
/// </summary>
internal static class HandedCode
{
    private const int Characters = 16;
    private const int Group = 4;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Draws a code of 80 bits.</summary>
    public static string New() => Write(RandomNumberGenerator.GetString(Alphabet, Characters));

    /// <summary>Reads what a person typed: case, dashes and spaces do not matter, O is 0, I and L are 1.</summary>
    public static bool TryRead(string untrustedCode, [NotNullWhen(true)] out string? code)
    {
        code = null;
        if (untrustedCode.Length > Characters * 2)
        {
            return false;
        }

        string folded = string.Concat(untrustedCode.ToUpperInvariant().Where(c => c is not ('-' or ' ')))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (folded.Length != Characters || folded.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        code = Write(folded);
        return true;
    }

    private static string Write(string characters) =>
        string.Join('-', characters.Chunk(Group).Select(chunk => new string(chunk)));
}
