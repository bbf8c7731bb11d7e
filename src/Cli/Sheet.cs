using System.Text;

namespace Strongroom.Cli;

/// <summary>Sets rows of text in columns. Pure.</summary>
internal static class Sheet
{
    private const string Gap = "  ";

    /// <summary>The rows under their headings, columns as wide as their widest text; no line at the end.</summary>
    public static string Write(IReadOnlyList<string> headings, IReadOnlyList<string[]> rows)
    {
        int columns = headings.Count > 0 ? headings.Count : rows.Select(row => row.Length).DefaultIfEmpty().Max();
        int[] widths = [.. Enumerable.Range(0, columns).Select(column =>
            rows.Select(row => row[column].Length).Append(headings.Count > 0 ? headings[column].Length : 0).Max())];
        var text = new StringBuilder();
        if (headings.Count > 0)
        {
            Add(text, [.. headings.Select(heading => heading.ToUpperInvariant())], widths);
        }

        foreach (string[] row in rows)
        {
            Add(text, row, widths);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Add(StringBuilder text, string[] row, int[] widths)
    {
        var line = new StringBuilder();
        foreach ((int column, string cell) in row.Index())
        {
            line.Append(OneLine(cell).PadRight(widths[column])).Append(Gap);
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    // A control character from outside could move the cursor or change what stands above.
    private static string OneLine(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));
}
