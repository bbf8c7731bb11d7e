using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Patterns;

/// <summary>A cell of a column that is headed as names holds one, registered or not.</summary>
internal static class NameColumns
{
    public static void Find(TextSegment segment, int number, IReadOnlyList<Topics> headings, List<Finding> findings)
    {
        for (int cell = 0; cell < segment.CellStarts.Count && cell < headings.Count; cell++)
        {
            if (!headings[cell].HasFlag(Topics.Name))
            {
                continue;
            }

            int start = segment.CellStarts[cell];
            ReadOnlySpan<char> text = segment.Text.AsSpan(start, segment.CellEnd(cell) - start);
            ReadOnlySpan<char> trimmed = text.Trim();
            if (IsName(trimmed))
            {
                start += text.IndexOf(trimmed, StringComparison.Ordinal);
                findings.Add(new Finding
                {
                    Kind = FindingKinds.PersonName,
                    Segment = number,
                    Start = start,
                    End = start + trimmed.Length,
                    Likelihood = 4,
                    Recognizer = "name-column",
                    Reason = "column of names",
                });
            }
        }
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (char.IsLetter(character))
            {
                return !ProductText.IsProduct(text);
            }
        }

        return false;
    }
}
