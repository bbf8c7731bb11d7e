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
        ["born"] = "date-of-birth",
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

    private static readonly (string Target, string Label)[] PartLabels =
    [
        ("payment-card.number", "number"), ("payment-card.expiry", "expiry"),
        ("bank-account.account", "account or IBAN"), ("bank-account.routing", "routing number"),
        ("postal-address.lines", "street"), ("postal-address.city", "city"), ("postal-address.region", "region"),
        ("postal-address.postalCode", "postal code"), ("postal-address.country", "country"),
    ];

    private static readonly FrozenSet<string> Parts = PartLabels.Select(part => part.Target).ToFrozenSet(
        StringComparer.Ordinal);

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
            return GuessAll(kinds, headers);
        }

        if (!said.Values.All(target => IsTarget(kinds, target)))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "mapping", "A target is a field kind such as email, or a part of one such as payment-card.number."));
        }

        if (said.Where(pair => headers.Contains(pair.Key, StringComparer.Ordinal))
            .CountBy(pair => pair.Value, StringComparer.Ordinal).Any(target => target.Value > 1))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "mapping", "Two columns go to the same place. Choose one of them, or join them in the file."));
        }

        return [.. headers.Select(
            header => said.TryGetValue(header, out string? target) ? ImportTarget.Parse(target) : null)];
    }

    /// <summary>Everything that a column can go to, in the order of the kinds.</summary>
    public static IEnumerable<(string Target, string Label)> Targets(FieldKinds kinds) => kinds.All.SelectMany(
        kind => IsTarget(kinds, kind.Name)
            ? [(kind.Name, kind.Label)]
            : PartLabels.Where(part => part.Target.StartsWith(kind.Name + ".", StringComparison.Ordinal))
                .Select(part => (part.Target, $"{kind.Label}: {part.Label}")));

    /// <summary>
    /// A header that is a kind's own name goes before one that only means the same (phone before mobile); a second
    /// column that looks the same waits for somebody to choose.
    /// </summary>
    private static ImportTarget?[] GuessAll(FieldKinds kinds, IReadOnlyList<string> headers)
    {
        var targets = new ImportTarget?[headers.Count];
        var taken = new HashSet<ImportTarget>();
        foreach (Func<FieldKinds, string, ImportTarget?> guess in (Func<FieldKinds, string, ImportTarget?>[])[Exact, Alike])
        {
            for (int column = 0; column < headers.Count; column++)
            {
                if (targets[column] is null && guess(kinds, headers[column]) is { } target && taken.Add(target))
                {
                    targets[column] = target;
                }
            }
        }

        return targets;
    }

    private static ImportTarget? Exact(FieldKinds kinds, string header)
    {
        if (Parts.Contains(header))
        {
            return ImportTarget.Parse(header);
        }

        return kinds.Find(TextRules.Fold(header).Replace(' ', '-')) is { } kind && IsTarget(kinds, kind.Name)
            ? new ImportTarget(kind.Name, null)
            : null;
    }

    private static ImportTarget? Alike(FieldKinds _, string header) =>
        Guesses.TryGetValue(TextRules.Fold(header), out string? target) ? ImportTarget.Parse(target) : null;

    private static bool IsTarget(FieldKinds kinds, string target) => Parts.Contains(target)
        || (kinds.Find(target) is { } kind && kind.Form is not (
            FieldForm.Card or FieldForm.BankAccount or FieldForm.Address));
}
