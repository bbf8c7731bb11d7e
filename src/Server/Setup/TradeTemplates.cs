using Strongroom.Server.Shell;

namespace Strongroom.Server.Setup;

/// <summary>The templates that setup offers, and a template as settings.</summary>
internal static class TradeTemplates
{
    private static readonly PurposeSetting Support = new("support", "Customer asked for help");
    private static readonly PurposeSetting Billing = new("billing", "Invoice or pay-out");
    private static readonly PurposeSetting Correction = new("correction", "Checking or correcting the record");
    private static readonly PurposeSetting LegalDuty = new("legal-duty", "Duty under the law");

    public static readonly IReadOnlyList<TradeTemplate> All =
    [
        new("general", "Any business", "customers", [],
            [Support, new("appointment", "Appointment or delivery"), Billing, Correction, LegalDuty]),
        new("health", "Health practice", "clinic",
            [
                new("insurance-number", "Health insurance number", "protected", "last-4", true),
                new("allergies", "Allergies and warnings", "sensitive", "hidden", false),
                new("treating-person", "Treating person", "personal", "initials", false),
            ],
            [new("treatment", "Treatment"), new("appointment", "Appointment"), Billing, Correction, LegalDuty]),
        new("law", "Law office", "matters",
            [
                new("matter-number", "Matter number", "personal", "last-4", true),
                new("opposing-party", "Opposing party", "sensitive", "initials", false),
                new("matter-summary", "Summary of the matter", "sensitive", "hidden", false),
            ],
            [new("advice", "Advice on the matter"), new("court", "Court or authority"), Billing, Correction, LegalDuty]),
        new("accounting", "Accountants and tax advisers", "accounts",
            [
                new("tax-number", "Tax number", "protected", "last-4", true),
                new("employer", "Employer", "personal", "initials", false),
                new("income", "Income", "sensitive", "hidden", false),
            ],
            [new("tax-return", "Tax return or accounts"), Support, Billing, Correction, LegalDuty]),
        new("insurance", "Insurance broker", "policies",
            [
                new("policy-number", "Policy number", "sensitive", "last-4", true),
                new("claim-history", "Claims", "sensitive", "hidden", false),
            ],
            [new("claim", "Handling a claim"), new("quote", "Offer or renewal"), Billing, Correction, LegalDuty]),
    ];

    public static TradeTemplate? Find(string untrustedId) => All.FirstOrDefault(template => template.Id == untrustedId);

    /// <summary>The settings that make the server work with these kinds and purposes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Settings(
        IReadOnlyList<FieldKindSetting> kinds, IReadOnlyList<PurposeSetting> purposes)
    {
        foreach (FieldKindSetting kind in kinds)
        {
            yield return new($"Fields:{kind.Kind}:Label", kind.Label);
            yield return new($"Fields:{kind.Kind}:Sensitivity", kind.Sensitivity);
            yield return new($"Fields:{kind.Kind}:Mask", kind.Mask);
            yield return new($"Fields:{kind.Kind}:Indexed", kind.IsIndexed ? "true" : "false");
        }

        foreach ((int index, PurposeSetting purpose) in purposes.Index())
        {
            yield return new(FormattableString.Invariant($"Purposes:{index}:Id"), purpose.Id);
            yield return new(FormattableString.Invariant($"Purposes:{index}:Label"), purpose.Label);
        }
    }
}
