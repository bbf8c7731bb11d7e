using System.Collections;

namespace Strongroom.Cli;

/// <summary>What the environment says, read at this one place.</summary>
internal sealed record Surroundings
{
    public string? Server { get; init; }

    public string? Certificate { get; init; }

    /// <summary>The key of a service account.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Where a session is kept between two commands.</summary>
    public required string StateFolder { get; init; }

    public required string DataPath { get; init; }

    public required string CredentialsPath { get; init; }

    /// <summary>The unseal key's file, where it is not in the credentials folder.</summary>
    public string? UnsealKeyFile { get; init; }

    /// <summary>Whether limits alone may hold what reads PDF.</summary>
    public bool IsSandboxLimited { get; init; }

    public bool IsColourless { get; init; }

    /// <summary>The folders in which programs are looked for.</summary>
    public required IReadOnlyList<string> ProgramFolders { get; init; }

    public override string ToString() => nameof(Surroundings);

    public static Surroundings Read()
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(pair => pair.Value is string { Length: > 0 })
            .ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        string home = all.GetValueOrDefault("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string state = all.GetValueOrDefault("XDG_STATE_HOME") ?? Path.Combine(home, ".local", "state");
        string credentials = all.GetValueOrDefault("STRONGROOM__Credentials__Path") ?? "/etc/strongroom/credentials";
        return new Surroundings
        {
            Server = all.GetValueOrDefault("STRONGROOM_SERVER"),
            Certificate = all.GetValueOrDefault("STRONGROOM_CERTIFICATE"),
            ApiKey = all.GetValueOrDefault("STRONGROOM_API_KEY"),
            StateFolder = Path.Combine(state, "strongroom"),
            DataPath = all.GetValueOrDefault("STRONGROOM__Data__Path") ?? "/var/lib/strongroom",
            CredentialsPath = credentials,
            UnsealKeyFile = all.GetValueOrDefault("STRONGROOM__Keys__UnsealKey_FILE"),
            IsSandboxLimited = string.Equals(
                all.GetValueOrDefault("STRONGROOM__Documents__Sandbox"), "limited", StringComparison.OrdinalIgnoreCase),
            IsColourless = all.ContainsKey("NO_COLOR"),
            ProgramFolders = (all.GetValueOrDefault("PATH") ?? string.Empty)
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
