using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// The forms in which a customer's field is recognized in documents, and the finding kind of each field kind.
/// </summary>
public static class CustomerVariants
{
    /// <summary>The finding kind of a field kind, or null for a field by which nobody is recognized.</summary>
    public static string? FindingKindOf(string fieldKind) => fieldKind switch
    {
        "full-name" => FindingKinds.Customer,
        "us-ssn" => FindingKinds.UsSsn,
        "us-itin" => FindingKinds.UsItin,
        "payment-card" => FindingKinds.PaymentCard,
        "bank-account" => FindingKinds.BankAccount,
        "iban" => FindingKinds.Iban,
        "phone" => FindingKinds.Phone,
        "email" => FindingKinds.Email,
        "postal-address" => FindingKinds.StreetAddress,
        _ => null,
    };

    /// <summary>
    /// Whether a found text is a variant of a customer's field: what a caller asks after opening the field.
    /// </summary>
    public static bool Agrees(string fieldKind, string value, string found)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(found);
        var forms = new HashSet<string>(Forms(found), StringComparer.Ordinal);
        return Of(fieldKind, value).Any(variant => forms.Contains(variant.Sort + variant.Text));
    }

    internal static IEnumerable<Variant> Of(string fieldKind, string value)
    {
        IEnumerable<Variant> variants = fieldKind switch
        {
            "full-name" => NameVariants.Of(value),
            "phone" => IdentifierVariants.OfPhone(value),
            "email" => IdentifierVariants.OfEmail(value),
            "postal-address" => AddressVariants.Of(value),
            _ => FindingKindOf(fieldKind) is null ? [] : IdentifierVariants.OfNumber(value),
        };
        return variants.Where(variant => variant.Text.Length > 0).Distinct();
    }

    private static IEnumerable<string> Forms(string found)
    {
        var normal = Reading.NormalText.Of(found);
        var tokens = new TokenText();
        tokens.Read(normal);
        yield return Variant.Whole + IdentifierVariants.Whole(normal.Text);
        yield return Variant.Digits + string.Concat(normal.Text.Where(char.IsAsciiDigit));
        if (tokens.Count > 0)
        {
            yield return Variant.Words + tokens.Folded(0, tokens.Count - 1).ToString();
        }
    }
}
