using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>Kinds, likelihoods and recognizers as people say them.</summary>
internal static class DocumentWords
{
    /// <summary>The kinds that a box can be drawn as, and what people call each.</summary>
    public static IReadOnlyList<(string Kind, string Label)> Drawable { get; } =
    [
        ("other", "Something else"),
        (FindingKinds.PersonName, "Name"),
        (FindingKinds.StreetAddress, "Address"),
        (FindingKinds.DateOfBirth, "Date of birth"),
        (FindingKinds.Phone, "Phone number"),
        (FindingKinds.Email, "E-mail address"),
        (FindingKinds.UsSsn, "Social security number"),
        (FindingKinds.PaymentCard, "Payment card"),
        (FindingKinds.BankAccount, "Bank account"),
        (FindingKinds.Unread, "Picture or signature"),
    ];

    /// <summary>The business's word for a document, with a capital.</summary>
    public static string KindOf(ViewedDocument document) => Sentence(document.Kind);

    /// <summary>What a box covers.</summary>
    public static string KindOf(string kind) => kind switch
    {
        FindingKinds.Customer => "Customer",
        FindingKinds.UsItin => "Taxpayer number",
        FindingKinds.UsAbaRouting => "Routing number",
        FindingKinds.Iban => "IBAN",
        _ => Drawable.FirstOrDefault(one => one.Kind == kind).Label ?? Sentence(kind),
    };

    /// <summary>What the list calls a box: ink that was found and not read is named so.</summary>
    public static string LabelOf(ListedBox box) => IsUnreadInk(box) ? "Unread ink" : KindOf(box.Kind);

    /// <summary>Whether it is ink that no text stands for; what a reviewer has drawn was looked at.</summary>
    public static bool IsUnreadInk(ListedBox box) => box.Kind == FindingKinds.Unread && !box.IsDrawn;

    /// <summary>The classes by which a box is coloured.</summary>
    public static string ShapeOf(ListedBox box) =>
        box.Decision + (IsUnreadInk(box) ? " unread" : null) + (IsMovable(box) ? " movable" : null);

    /// <summary>Whether it lies on the page as it was drawn, so that it can be moved and sized.</summary>
    public static bool IsMovable(ListedBox box) => box is { IsDrawn: true, Area: not null };

    /// <summary>How sure the recognizer is; 1 to 5.</summary>
    public static string Likely(int likelihood) => likelihood switch
    {
        >= 5 => "certain",
        4 => "very likely",
        3 => "likely",
        2 => "possible",
        _ => "unlikely",
    };

    /// <summary>The decision, as a badge says it.</summary>
    public static string Decision(string decision) => decision switch
    {
        "accepted" => "Accepted",
        "rejected" => "Rejected",
        _ => "To decide",
    };

    private static string Sentence(string slug)
    {
        string words = slug.Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
