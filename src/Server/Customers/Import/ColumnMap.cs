using System.Collections.Frozen;
using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Which column goes where. Guessed from the headers, or as the caller says; a column without a target is not imported.
/// </summary>
internal static class ColumnMap
{
    private static readonly FrozenDictionary<string, string> Guesses = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["name"] = "full-name",
        ["full name"] = "full-name",
        ["customer"] = "full-name",
        ["customer name"] = "full-name",
        ["e mail"] = "email",
        ["mail"] = "email",
        ["e mail address"] = "email",
        ["email address"] = "email",
        ["telephone"] = "phone",
        ["phone number"] = "phone",
        ["mobile"] = "phone",
        ["dob"] = "date-of-birth",
        ["birth date"] = "date-of-birth",
        ["birthday"] = "date-of-birth",
        ["date of birth"] = "date-of-birth",
        ["ssn"] = "us-ssn",
        ["social security number"] = "us-ssn",
        ["card"] = "payment-card.number",
        ["card number"] = "payment-card.number",
        ["card expiry"] = "payment-card.expiry",
        ["expiry"] = "payment-card.expiry",
        ["account"] = "bank-account.account",
        ["account number"] = "bank-account.account",
        ["iban"] = "bank-account.account",
        ["routing"] = "bank-account.routing",
        ["routing number"] = "bank-account.routing",
        ["address"] = "postal-address.lines",
        ["street"] = "postal-address.lines",
        ["city"] = "postal-address.city",
        ["state"] = "postal-address.region",
        ["region"] = "postal-address.region",
        ["zip"] = "postal-address.postalCode",
        ["postal code"] = "postal-address.postalCode",
        ["country"] = "postal-address.country",
        ["services"] = "services-used",
        ["services used"] = "services-used",
        ["notes"] = "note",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Parts = new[]
    {
        "payment-card.number", "payment-card.expiry", "bank-account.account", "bank-account.routing",
        "postal-address.lines",
        "postal-address.city", "postal-address.region", "postal-address.postalCode", "postal-address.country",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The targets by column, null where a column is not imported.</summary>
    /// <param name="kinds">The field kinds in use.</param>
    /// <param name="headers">The header row.</param>
    /// <param name="said">What the caller said: target by header; null to guess.</param>
    /// <exception cref="RefusedException">A target is not a field kind or a part of one.</exception>
    public static ImportTarget?[] Read(
        FieldKinds kinds, IReadOnlyList<string> headers, IReadOnlyDictionary<string, string>? said)
    {
        if (said is null)
        {
            return [.. headers.Select(header => Guess(kinds, header))];
        }

        if (!said.Values.All(target => IsTarget(kinds, target)))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "mapping", "A target is a field kind such as email, or a part of one such as payment-card.number."));
        }

        return [.. headers.Select(
            header => said.TryGetValue(header, out string? target) ? ImportTarget.Parse(target) : null)];
    }

    private static ImportTarget? Guess(FieldKinds kinds, string header)
    {
        string folded = TextRules.Fold(header);
        string dashed = folded.Replace(' ', '-');
        if (Parts.Contains(header))
        {
            return ImportTarget.Parse(header);
        }

        return kinds.Find(dashed) is { } kind && IsTarget(kinds, kind.Name)
            ? new ImportTarget(kind.Name, null)
            : Guesses.TryGetValue(folded, out string? target) ? ImportTarget.Parse(target) : null;
    }

    private static bool IsTarget(FieldKinds kinds, string target) => Parts.Contains(target)
        || (kinds.Find(target) is { } kind && kind.Form is not (
            FieldForm.Card or FieldForm.BankAccount or FieldForm.Address));
}
