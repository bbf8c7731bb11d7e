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
        int[,]? common = (long)before.Length * after.Length <= MostCells ? Table(before, after) : null;
        var changes = new List<TextChange>();
        int i = 0;
        int j = 0;
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                changes.Add(Change(TextChangeKind.Kept, before[i++]));
                j++;
            }
            else if (i < before.Length && (j == after.Length || common is null || common[i + 1, j] >= common[i, j + 1]))
            {
                changes.Add(Change(TextChangeKind.Removed, before[i++]));
            }
            else
            {
                changes.Add(Change(TextChangeKind.Added, after[j++]));
            }
        }

        return changes;
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

    // common[i, j]: how many pieces the rests of both from i and j on have in common.
    private static int[,] Table(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
