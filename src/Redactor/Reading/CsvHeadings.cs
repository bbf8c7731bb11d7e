using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Reading;

/// <summary>
/// Tells whether the first row heads the columns: words, no numbers of five digits or more, no addresses.
/// </summary>
internal static class CsvHeadings
{
    private const int MostDigits = 4;

    public static IReadOnlyList<string> Of(List<TextSegment> rows)
    {
        if (rows.Count < 2)
        {
            return [];
        }

        TextSegment first = rows[0];
        var headings = new List<string>();
        for (int cell = 0; cell < first.CellStarts.Count; cell++)
        {
            headings.Add(first.Text[first.CellStarts[cell]..first.CellEnd(cell)]);
        }

        bool areHeadings = headings.TrueForAll(heading => !heading.Contains('@', StringComparison.Ordinal)
            && heading.Count(char.IsDigit) <= MostDigits) && headings.Exists(heading => heading.Any(char.IsLetter));
        return areHeadings ? headings : [];
    }
}
