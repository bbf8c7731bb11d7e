using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Strongroom.Server.Staff;

/// <summary>
/// NIST SP 800-63B-4: at least 15 characters, any Unicode, no composition rule, and not one that everybody tries
/// first. Pure.
/// </summary>
internal static class PasswordRules
{
    /// <summary>In characters as people count them.</summary>
    public const int Least = 15;

    /// <summary>Bounds the work of hashing; the standard asks for 64 at least.</summary>
    public const int Most = 256;

    private const int LongestPeriod = 12;
    private const int ShortestOwnWord = 4;
    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <summary>Why a password is refused, or null.</summary>
    /// <param name="password">What the person typed.</param>
    /// <param name="ownWords">E-mail, name and business: a password must be more than one of them.</param>
    public static string? Check(string password, params ReadOnlySpan<string> ownWords)
    {
        int length = new StringInfo(password.Normalize(NormalizationForm.FormC)).LengthInTextElements;
        if (length < Least)
        {
            return "Use at least 15 characters; four or five unrelated words are good.";
        }

        if (length > Most || password.Length > Most * 4)
        {
            return "Use at most 256 characters.";
        }

        string folded = Fold(password);
        bool isWeak = IsRepetition(folded) || IsRun(folded) || IsCommon(folded) || IsOwn(folded, ownWords);
        return isWeak ? "This is one of the first that an attacker tries. Choose another." : null;
    }

    private static string Fold(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(
            c => !char.IsWhiteSpace(c) && c is not ('-' or '_' or '.')));

    // "passwordpassword", "aaaaaaaaaaaaaaa", "123123123123123": a short piece over and over.
    private static bool IsRepetition(string folded) =>
        Enumerable.Range(1, LongestPeriod).Any(period => folded.Length >= period * 2 && HasPeriod(folded, period));

    private static bool HasPeriod(string folded, int period)
    {
        for (int i = period; i < folded.Length; i++)
        {
            if (folded[i] != folded[i - period])
            {
                return false;
            }
        }

        return true;
    }

    // "abcdefghijklmnop", "9876543210987654": each character the neighbour of the one before, ten rolling over to zero.
    private static bool IsRun(string folded)
    {
        int up = 0;
        int down = 0;
        for (int i = 1; i < folded.Length; i++)
        {
            int step = folded[i] - folded[i - 1];
            up += step is 1 or -9 ? 1 : 0;
            down += step is -1 or 9 ? 1 : 0;
        }

        return Math.Max(up, down) >= folded.Length - 1;
    }

    private static bool IsCommon(string folded)
    {
        string core = folded.Trim("0123456789!?#$%&*+@".ToCharArray());
        return Common.Contains(folded) || Common.Contains(core) || IsRepetition(core);
    }

    private static bool IsOwn(string folded, ReadOnlySpan<string> ownWords)
    {
        foreach (string word in ownWords)
        {
            string own = Fold(word.Split('@')[0]);
            if (own.Length >= ShortestOwnWord && folded.Replace(
                own, string.Empty, StringComparison.Ordinal).Length < ShortestOwnWord * 2)
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> ReadCommon()
    {
        using Stream stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream("Strongroom.Server.Staff.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Fold).ToFrozenSet(StringComparer.Ordinal);
    }
}
