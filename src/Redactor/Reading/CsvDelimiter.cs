namespace Strongroom.Redactor.Reading;

/// <summary>
/// Guesses what separates the cells: the character that gives most rows as many cells as the first one.
/// </summary>
internal static class CsvDelimiter
{
    private const string Candidates = ",;\t|";
    private const int MaxRows = 20;
    private const int MaxLength = 64 * 1024;

    public static char Guess(string text)
    {
        char best = ',';
        (int Rows, int Cells) bestScore = (0, 0);
        foreach (char candidate in Candidates)
        {
            (int Rows, int Cells) score = Score(text.AsSpan(0, Math.Min(text.Length, MaxLength)), candidate);
            if (score.Cells > 0 && score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>How many of the first rows have as many separators as the first, and how many that is.</summary>
    private static (int Rows, int Cells) Score(ReadOnlySpan<char> text, char delimiter)
    {
        List<int> counts = [0];
        bool isQuoted = false;
        foreach (char character in text)
        {
            isQuoted ^= character == '"';
            if (isQuoted)
            {
                continue;
            }

            counts[^1] += character == delimiter ? 1 : 0;
            if (character == '\n')
            {
                counts.Add(0);
            }
        }

        return (counts.Take(MaxRows).Count(count => count == counts[0]), counts[0]);
    }
}
