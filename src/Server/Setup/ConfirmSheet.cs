using System.Security.Cryptography;
using System.Text;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 5: the recovery sheet is shown, and two of its groups are typed back.</summary>
internal static class ConfirmSheet
{
    private const int LongestGroup = 12;

    /// <summary>The sheet's lines. The text is the unseal key.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(SetupDraft draft) =>
        RecoverySheet.Write(draft.Keys!.UnsealKey);

    /// <exception cref="RefusedException">A group is not the one on the sheet; it is named.</exception>
    public static void Run(SetupDraft draft, PersonalText untrustedFirst, PersonalText untrustedSecond)
    {
        string[] groups = [.. Lines(draft).SelectMany(line => line)];
        var faults = new List<FieldFault>();
        Check("first", untrustedFirst, groups[draft.Asked.First], faults);
        Check("second", untrustedSecond, groups[draft.Asked.Second], faults);
        draft.HasKeptSheet = faults.Count == 0 ? true : throw new RefusedException(SetupRefusals.Invalid, faults);
    }

    private static void Check(string field, PersonalText untrusted, string group, List<FieldFault> faults)
    {
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Fold(untrusted.Reveal())), Encoding.UTF8.GetBytes(group)))
        {
            faults.Add(new FieldFault(field, "This is not the group on the sheet. Look at its line and column again."));
        }
    }

    private static string Fold(string typed) => typed.Length > LongestGroup ? string.Empty
        : string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
