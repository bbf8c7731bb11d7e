namespace Strongroom.Rules;

/// <summary>How a rule speaks: every violation on a line of its own.</summary>
internal static class Rule
{
    /// <summary>Fails with all violations.</summary>
    public static void Holds(IEnumerable<string> violations)
    {
        string[] lines = [.. violations];
        if (lines.Length > 0)
        {
            Assert.Fail(string.Join('\n', lines));
        }
    }
}
