namespace Strongroom.Server.Shell;

/// <summary>The words of a command line, for the few verbs that are the server program's own.</summary>
internal static class CommandWords
{
    /// <summary>Takes an option and its value out of the words; null where it is not there, or nothing follows.</summary>
    public static string? Take(List<string> words, string name)
    {
        int at = words.IndexOf(name);
        if (at < 0 || at + 1 >= words.Count)
        {
            return null;
        }

        string value = words[at + 1];
        words.RemoveRange(at, 2);
        return value;
    }
}
