namespace Strongroom.Server.Agreements;

/// <summary>What changed between two versions, piece by piece: the longest common sequence stays. Pure.</summary>
internal static class TextChanges
{
    // Above this two texts have nothing worth comparing, and the table would take the memory.
    private const int MostCells = 4_000_000;

    /// <summary>Every piece of both, in order; what was removed stands before what was added in its place.</summary>
    public static IReadOnlyList<TextChange> Between(string older, string newer)
    {
        string[] before = Pieces(older);
        string[] after = Pieces(newer);
        var changes = new List<TextChange>();
        int i = 0;
        int j = 0;
        foreach ((int keptBefore, int keptAfter) in Kept(before, after).Append((before.Length, after.Length)))
        {
            changes.AddRange(before[i..keptBefore].Select(piece => Change(TextChangeKind.Removed, piece)));
            changes.AddRange(after[j..keptAfter].Select(piece => Change(TextChangeKind.Added, piece)));
            if (keptBefore < before.Length)
            {
                changes.Add(Change(TextChangeKind.Kept, before[keptBefore]));
            }

            (i, j) = (Math.Min(keptBefore + 1, before.Length), Math.Min(keptAfter + 1, after.Length));
        }

        return changes;
    }

    // Where the pieces stand that both have, walked off the table.
    private static List<(int Before, int After)> Kept(string[] before, string[] after)
    {
        var kept = new List<(int, int)>();
        if ((long)before.Length * after.Length > MostCells)
        {
            return kept;
        }

        int[][] common = Table(before, after);
        int i = 0;
        int j = 0;
        while (i < before.Length && j < after.Length)
        {
            if (before[i] == after[j])
            {
                kept.Add((i++, j++));
            }
            else if (common[i + 1][j] >= common[i][j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return kept;
    }

    private static TextChange Change(TextChangeKind kind, string piece) => new(kind, AgreementHtml.Write(piece));

    // Paragraphs; in a list each item stands alone, with the lines that go on in it.
    private static string[] Pieces(string text)
    {
        var pieces = new List<string>();
        bool isNew = true;
        foreach (string line in text.Split('\n'))
        {
            bool begins = isNew || line.Length == 0 || line[0] is '#' or '-' or '*' or '>' || char.IsAsciiDigit(line[0]);
            if (line.Length > 0 && begins)
            {
                pieces.Add(line);
            }
            else if (line.Length > 0)
            {
                pieces[^1] += "\n" + line;
            }

            isNew = line.Length == 0;
        }

        return [.. pieces];
    }

    // table[i][j]: how many pieces the rests of both from i and j on have in common.
    private static int[][] Table(string[] before, string[] after)
    {
        int[][] table = [.. Enumerable.Range(0, before.Length + 1).Select(_ => new int[after.Length + 1])];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                table[i][j] = before[i] == after[j]
                    ? table[i + 1][j + 1] + 1
                    : Math.Max(table[i + 1][j], table[i][j + 1]);
            }
        }

        return table;
    }
}
