using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Server.Shell;

/// <summary>
/// Gathers the settings: command line over environment over <c>strongroom.json</c>; built-in values come after.
/// </summary>
internal static class SettingsSources
{
    /// <summary>Where administrators keep the file.</summary>
    public const string DefaultFile = "/etc/strongroom/strongroom.json";

    private const string ConfigFlag = "--config";
    private const string Prefix = "STRONGROOM__";
    private const string FileSuffix = "_FILE";
    private const long LargestFile = 64 * 1024;

    /// <summary>Reads all sources and checks what they say.</summary>
    /// <param name="arguments"><c>--Section:Key=value</c> or <c>--Section:Key value</c>; <c>--config FILE</c> names
    /// another file.</param>
    /// <param name="settings">The settings, where nothing was wrong.</param>
    /// <param name="faults">Sentences for people, each with its hint; empty where nothing was wrong.</param>
    public static bool TryRead(
        IReadOnlyList<string> arguments, [NotNullWhen(true)] out Settings? settings, out IReadOnlyList<string> faults)
    {
        var unreadable = new List<string>();
        IReadOnlyDictionary<string, GivenSetting> given = Gather(arguments, unreadable);
        bool isRead = SettingsReader.TryRead(
            given.ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.OrdinalIgnoreCase),
            out Settings? read, out IReadOnlyList<string> wrong);
        faults = [.. unreadable, .. wrong];
        settings = isRead && faults.Count == 0 ? read! with { Outside = Said(given) } : null;
        return settings is not null;
    }

    /// <summary>Reads all sources; what cannot be read goes to <paramref name="faults"/>.</summary>
    /// <param name="arguments"><c>--Section:Key=value</c> or <c>--Section:Key value</c>; <c>--config FILE</c> names
    /// another file.</param>
    /// <param name="faults">Takes the sentences for people.</param>
    public static IReadOnlyDictionary<string, GivenSetting> Gather(
        IReadOnlyList<string> arguments, ICollection<string> faults)
    {
        var settings = new Dictionary<string, GivenSetting>(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> given = ReadArguments(arguments, faults);
        bool isNamed = given.Remove(ConfigFlag[2..], out string? file);
        if (isNamed || File.Exists(DefaultFile))
        {
            Add(settings, ReadFile(file ?? DefaultFile, faults), SettingSource.File);
        }

        Add(
            settings, Flatten(new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build()),
            SettingSource.Environment);
        Add(settings, given, SettingSource.CommandLine);
        FollowFiles(settings, faults);
        return settings;
    }

    // An empty value is as good as none; many ways to start a server cannot leave a variable out.
    private static Dictionary<string, GivenSetting> Said(IReadOnlyDictionary<string, GivenSetting> given) =>
        given.Where(pair => pair.Value.Value.Length > 0).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> ReadArguments(IReadOnlyList<string> arguments, ICollection<string> faults)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            bool isFlag = argument.StartsWith("--", StringComparison.Ordinal);
            if (isFlag && equals > 0)
            {
                given[Name(argument[2..equals])] = argument[(equals + 1)..];
            }
            else if (isFlag && i + 1 < arguments.Count)
            {
                given[Name(argument[2..])] = arguments[++i];
            }
            else
            {
                // Not repeated: it may be a secret in the wrong place.
                faults.Add("an argument is not of the form --Section:Key=value\nhint: for example --Server:Urls=https://127.0.0.1:8443");
            }
        }

        return given;
    }

    private static string Name(string written) => written.Replace("__", ":", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> ReadFile(string file, ICollection<string> faults)
    {
        try
        {
            return Flatten(new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false).Build());
        }
        catch (FileNotFoundException)
        {
            faults.Add("the file that --config names is not there");
        }
        catch (InvalidDataException)
        {
            faults.Add("strongroom.json is not valid JSON\nhint: check commas and quotes");
        }

        return [];
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(IConfiguration configuration) =>
        from pair in configuration.AsEnumerable()
        where pair.Value is not null
        select new KeyValuePair<string, string>(pair.Key, pair.Value!);

    private static void Add(
        Dictionary<string, GivenSetting> settings, IEnumerable<KeyValuePair<string, string>> more, SettingSource source)
    {
        foreach ((string key, string value) in more)
        {
            settings[key] = new GivenSetting(value, source);
        }
    }

    // Any setting can be given as the name of a file that holds it, so that no secret stands in an environment.
    private static void FollowFiles(Dictionary<string, GivenSetting> settings, ICollection<string> faults)
    {
        string[] names = [.. settings.Keys.Where(key =>
            key.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase) && !SettingNames.IsKnown(key))];
        foreach (string name in names)
        {
            string target = name[..^FileSuffix.Length];
            if (!SettingNames.IsKnown(target))
            {
                continue;
            }

            settings.Remove(name, out GivenSetting? file);
            if (settings.ContainsKey(target))
            {
                faults.Add($"{target} is set twice, by itself and by {target}{FileSuffix}");
            }
            else if (new FileInfo(file!.Value) is { Exists: true, Length: <= LargestFile })
            {
                settings[target] = file with { Value = File.ReadAllText(file.Value).Trim() };
            }
            else
            {
                faults.Add($"the file that {target}{FileSuffix} names is not there or too large");
            }
        }
    }
}
