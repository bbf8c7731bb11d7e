namespace Strongroom.Rules;

/// <summary>Compares what is with what a person has looked at and approved.</summary>
internal static class Approved
{
    /// <summary>Fails with the difference where <paramref name="lines"/> are not those of the approved file.</summary>
    public static void Match(IEnumerable<string> lines, string fileName)
    {
        string approvedFile = Path.Combine(Checkout.Root, "tests", "Rules", "Approved", fileName);
        string[] received = [.. lines];
        string[] approved = File.Exists(approvedFile) ? File.ReadAllLines(approvedFile) : [];
        if (approved.SequenceEqual(received))
        {
            return;
        }

        string receivedFile = Path.Combine(Checkout.Root, "artifacts", "received", fileName);
        Directory.CreateDirectory(Path.GetDirectoryName(receivedFile)!);
        File.WriteAllText(receivedFile, string.Concat(received.Select(line => line + "\n")));
        Assert.Fail(
            $"{fileName} differs from what was approved. Look at each line; if all are meant:\n"
            + $"  cp artifacts/received/{fileName} tests/Rules/Approved/{fileName}\n"
            + Difference(approved, received));
    }

    /// <summary>The lines that are new (+) or gone (-); the order alone counts as a difference of its own.</summary>
    public static string Difference(IReadOnlyList<string> approved, IReadOnlyList<string> received)
    {
        string[] lines = [.. received.Except(approved).Select(line => "+ " + line), .. approved.Except(received).Select(
            line => "- " + line)];
        return lines.Length == 0 ? "the lines are the same in another order or number" : string.Join('\n', lines);
    }
}
