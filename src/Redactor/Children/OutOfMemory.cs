namespace Strongroom.Redactor.Children;

/// <summary>What the kernel does when the machine has no memory left.</summary>
internal static class OutOfMemory
{
    private const string Most = "1000";

    /// <summary>This process and its children are ended before any other: one document, never the server.</summary>
    public static void TakeUsFirst()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", Most);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            // Not Linux, or /proc is closed: the limits of each process hold all the same.
        }
    }
}
