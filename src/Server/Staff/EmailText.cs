using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Strongroom.Server.Staff;

/// <summary>Work addresses as the registry keeps them: trimmed, NFC, lower case. Pure.</summary>
internal static class EmailText
{
    private const int Most = 254;

    public static bool TryNormalise(string untrustedEmail, [NotNullWhen(true)] out string? email)
    {
        email = Fold(untrustedEmail);
        int at = email.IndexOf('@', StringComparison.Ordinal);
        bool fits = email.Length <= Most && at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"');
        email = fits ? email : null;
        return fits;
    }

    /// <summary>The form to look for; what is no address finds nobody.</summary>
#pragma warning disable CA1308 // Addresses are shown in lower case; the form is for people too.
    public static string Fold(string untrustedEmail) =>
        untrustedEmail.Length > Most * 2 ? string.Empty : untrustedEmail.Trim().Normalize(
            NormalizationForm.FormC).ToLowerInvariant();
#pragma warning restore CA1308
}
