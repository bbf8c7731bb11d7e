using System.Collections.Frozen;

namespace Strongroom.Recognition.Reading;

/// <summary>The words that tell what a number is.</summary>
internal static class TopicWords
{
    private const int MaxWordLength = 16;

    private static readonly FrozenDictionary<string, Topics> Words = Collect().ToFrozenDictionary(
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Topics>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> NameHeadings = new[]
    {
        "name", "fullname", "customername", "clientname", "patientname", "firstname", "lastname", "surname",
        "givenname",
        "familyname", "middlename", "maidenname", "cardholder", "cardholdername", "accountholder", "contactname",
        "employeename",
        "customer", "client", "patient", "forename", "holder", "holdername", "membername",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The topics of one word of ASCII letters, in either case.</summary>
    public static Topics Of(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxWordLength)
        {
            return Topics.None;
        }

        Span<char> lower = stackalloc char[word.Length];
        for (int i = 0; i < word.Length; i++)
        {
            lower[i] = (char)(word[i] | 0x20);
        }

        return Lookup.TryGetValue(lower, out Topics topics) ? topics : Topics.None;
    }

    /// <summary>
    /// The topics of a column by its heading: all of its words, also in <c>camelCase</c> and <c>snake_case</c>.
    /// </summary>
    public static Topics OfHeading(string heading)
    {
        Topics topics = Topics.None;
        string normal = NormalText.Of(heading).Text;
        int start = 0;
        for (int i = 0; i <= normal.Length; i++)
        {
            bool isEnd = i == normal.Length || !char.IsAsciiLetter(normal[i]);
            if (isEnd || (i > start && IsHump(normal[i - 1], normal[i])))
            {
                topics |= Of(normal.AsSpan(start, i - start));
                start = isEnd ? i + 1 : i;
            }
        }

        string letters = string.Concat(normal.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
        return NameHeadings.Contains(letters) ? topics | Topics.Name : topics;
    }

    private static bool IsHump(char before, char character) =>
        char.IsAsciiLetterUpper(character) && char.IsAsciiLetterLower(before);

    private static Dictionary<string, Topics> Collect()
    {
        var words = new Dictionary<string, Topics>(StringComparer.Ordinal);
        Add(Topics.TaxNumber, "ssn ssns social ss itin tin taxpayer tax socialsecurity");
        Add(Topics.Account, "account accounts acct accts acc acnt konto checking savings beneficiary");
        Add(Topics.Routing, "routing aba rtn transit ach rt");
        Add(Topics.Card, "card cards visa mastercard amex discover credit debit pan cc maestro jcb diners cardnumber");
        Add(Topics.Phone, "phone phones telephone tel mobile cell cellphone call called fax sms ring dial whatsapp ph");
        Add(Topics.Other,
            "invoice invoices order orders ticket case po zip postcode sku isbn page version serial tracking");
        return words;

        void Add(Topics topics, string list)
        {
            foreach (string word in list.Split(' '))
            {
                words[word] = topics;
            }
        }
    }
}
