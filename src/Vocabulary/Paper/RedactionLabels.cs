namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// What stands in place of a removed value; its shape depends on the kind alone, so that it tells no length.
/// </summary>
public static class RedactionLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [FindingKinds.UsSsn] = "[ssn]",
        [FindingKinds.UsItin] = "[itin]",
        [FindingKinds.UsAbaRouting] = "[routing]",
        [FindingKinds.PaymentCard] = "[card]",
        [FindingKinds.BankAccount] = "[account]",
        [FindingKinds.Iban] = "[iban]",
        [FindingKinds.Email] = "[email]",
        [FindingKinds.Phone] = "[phone]",
        [FindingKinds.StreetAddress] = "[address]",
        [FindingKinds.DateOfBirth] = "[born]",
        [FindingKinds.PersonName] = "[name]",
        [FindingKinds.Customer] = "[name]",
        [FindingKinds.Unread] = "[unread]",
    };

    private static readonly HashSet<string> All = [.. Labels.Values, Removed];

    /// <summary>The label of every other kind.</summary>
    public const string Removed = "[removed]";

    /// <summary>The label of a kind.</summary>
    public static string For(string kind) => Labels.GetValueOrDefault(kind, Removed);

    /// <summary>Whether a text is one of the labels.</summary>
    public static bool IsLabel(string text) => All.Contains(text);
}
