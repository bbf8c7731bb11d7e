using System.Text;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Reading;

/// <summary>
/// Writes a table anew: quotes only where they are needed, CR LF after every row. Nothing of the source's bytes
/// travels.
/// </summary>
internal static class CsvWriter
{
    public static string Write(DocumentText document, char delimiter)
    {
        var text = new StringBuilder();
        foreach (TextSegment row in document.Segments)
        {
            for (int cell = 0; cell < row.CellStarts.Count; cell++)
            {
                if (cell > 0)
                {
                    text.Append(delimiter);
                }

                WriteCell(text, row.Text.AsSpan(
                    row.CellStarts[cell], row.CellEnd(cell) - row.CellStarts[cell]), delimiter);
            }

            text.Append("\r\n");
        }

        return text.ToString();
    }

    private static void WriteCell(StringBuilder text, ReadOnlySpan<char> cell, char delimiter)
    {
        bool isPlain = !cell.ContainsAny("\"\r\n") && !cell.Contains(delimiter);
        if (isPlain)
        {
            text.Append(cell);
            return;
        }

        text.Append('"');
        foreach (char character in cell)
        {
            text.Append(character, character == '"' ? 2 : 1);
        }

        text.Append('"');
    }
}
