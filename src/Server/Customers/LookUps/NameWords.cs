using System.Text;
using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>
/// The index of the words of names. What is hashed is a word's skeleton, its first letter and the consonants after it,
/// so that one tag finds a word and its near misses; the opened name decides which it is.
/// </summary>
internal static class NameWords
{
    /// <summary>The kind whose words are looked for.</summary>
    public const string Kind = "full-name";

    /// <summary>The kind that a year narrows by.</summary>
    public const string Birth = "date-of-birth";

    /// <summary>The index's own name; no field kind may be called so.</summary>
    public const string Index = "full-name-words";

    private const int BatchSize = 256;

    /// <summary>The folded words of a name.</summary>
    public static string[] Split(string name) =>
        TextRules.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first letter, then the consonants, none twice in a row.</summary>
    public static string Skeleton(string word)
    {
        var skeleton = new StringBuilder(word.Length);
        foreach (char letter in word)
        {
            if (skeleton.Length == 0 || (!"aeiouyhw".Contains(letter, StringComparison.Ordinal)
                && skeleton[^1] != letter))
            {
                skeleton.Append(letter);
            }
        }

        return skeleton.ToString();
    }

    /// <summary>The tags of a name's words; one of nothing for a name without a letter.</summary>
    public static IEnumerable<(string Field, byte[] Tag)> Tags(OpenCompartment open, string name)
    {
        int bits = IndexPlan.Bits(IndexWidth.Truncated, open.Facts.Cap);
        return Split(name).Select(Skeleton).DefaultIfEmpty(string.Empty).Distinct(StringComparer.Ordinal)
            .Select(skeleton => (Index, open.Tag(Index, skeleton, bits)));
    }

    /// <summary>Adds the tags of customers that were registered before there was this index.</summary>
    public static async Task CatchUpAsync(OpenCompartment open, CancellationToken cancellation)
    {
        if (open.Read(session => session.OwnerCount(Index) >= session.OwnerCount(Kind)))
        {
            return;
        }

        byte[] after = new byte[IIdentifier.Size];
        while (true)
        {
            List<CustomerRow> rows = open.Read(session => session.CustomersAfter(after, BatchSize));
            var tags = rows.SelectMany(row => TagsOf(open, row)).ToList();
            await open.WriteAsync(session => Write(session, tags), cancellation);
            if (rows.Count < BatchSize)
            {
                return;
            }

            after = RecordAddress.Bytes(rows[^1].Id);
        }
    }

    /// <summary>The name of a customer, opened; null where there is none.</summary>
    public static string? NameOf(OpenCompartment open, OpenCustomer customer, CustomerCard card) =>
        Text(open, customer, card, Kind);

    /// <summary>The date of birth, opened; null where there is none.</summary>
    public static string? BirthOf(OpenCompartment open, OpenCustomer customer, CustomerCard card) =>
        Text(open, customer, card, Birth);

    private static string? Text(OpenCompartment open, OpenCustomer customer, CustomerCard card, string kind) =>
        card.Fields.TryGetValue(kind, out CardField? field)
        && RevealFields.OpenValue(open, customer, kind, field) is { ValueKind: JsonValueKind.String } value
            ? value.GetString()
            : null;

    private static IEnumerable<(IIdentifier Owner, byte[] Tag)> TagsOf(OpenCompartment open, CustomerRow row)
    {
        using OpenCustomer customer = open.OpenCustomer(row);
        string? name;
        try
        {
            name = NameOf(open, customer, open.Read(session => CustomerCard.Open(customer, session)));
        }
        catch (CardMissingException)
        {
            return []; // being written just now, with its tags
        }

        return name is null ? [] : [.. Tags(open, name).Select(tag => ((IIdentifier)row.Id, tag.Tag))];
    }

    private static bool Write(CompartmentSession session, List<(IIdentifier Owner, byte[] Tag)> tags)
    {
        session.AddBlinds(tags.Select(tag => (Index, tag.Tag, tag.Owner)));
        return true;
    }
}
