using System.Collections.Frozen;

namespace Strongroom.Server.Shell;

/// <summary>
/// The names that a setting may have. Any other stops the start: a slip must not silently weaken anything.
/// </summary>
internal static class SettingNames
{
    public static readonly IReadOnlyList<string> Plain =
    [
        "Server:Urls", "Server:PublicUrl", "Server:TrustedProxies", "Intake:Urls", "Intake:PublicUrl",
        "Intake:EmbedOrigins", "Intake:SendsPerMinute", "Intake:MostWaiting", "Tls:Mode",
        "Tls:CertificateFile", "Tls:KeyFile", "Data:Path",
        "Credentials:Path", "Keys:UnsealKey_FILE", "Keys:OpenAtStart", "Storage:Kind",
        "Storage:ConnectionString_FILE", "Storage:MaxConnections", "Auth:SessionIdleMinutes",
        "Auth:IdleLockMinutes", "Auth:LogInsPerMinute", "Reveal:Seconds", "Reveal:StepUpMinutes",
        "Reveal:PerTenMinutes",
        "Reveal:PerTenMinutesByKey", "Log:CheckpointMinutes", "Retention:TrashDays", "Documents:MaxMegabytes",
        "Documents:MaxPages", "Documents:Sandbox",
        "Compartments:Cap",
    ];

    private static readonly FrozenSet<string> Known = Plain.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Lists and own kinds: a star stands for an index or a name.
    private static readonly string[] Patterns =
    [
        "Server:TrustedProxies:*", "Keys:OpenAtStart:*", "Intake:EmbedOrigins:*",
        "Purposes:*:Id", "Purposes:*:Label",
        "Fields:*:Label", "Fields:*:Sensitivity", "Fields:*:Mask", "Fields:*:Indexed",
    ];

    public static bool IsKnown(string name) => Known.Contains(name) || Patterns.Any(pattern => Fits(pattern, name));

    /// <summary>The known name nearest to a wrong one, or null where none is near.</summary>
    public static string? Nearest(string wrong)
    {
        IEnumerable<string> candidates = Plain.Concat(Patterns);
        (string? name, int distance) = candidates
            .Select(candidate => ((string?)candidate, Distance(candidate, wrong)))
            .MinBy(pair => pair.Item2);

        // More than half the letters apart is no slip of the finger.
        return distance <= Math.Max(2, wrong.Length / 2) ? name : null;
    }

    /// <summary>Whether a name is one of a pattern in which a star stands for one part.</summary>
    public static bool Fits(string pattern, string name)
    {
        string[] wanted = pattern.Split(':');
        string[] parts = name.Split(':');
        return wanted.Length == parts.Length && wanted.Zip(parts).All(pair =>
            pair.First is "*" ? pair.Second.Length > 0 : string.Equals(
                pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    // Levenshtein, ignoring case, one row at a time.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
