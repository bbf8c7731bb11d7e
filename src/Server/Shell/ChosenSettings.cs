namespace Strongroom.Server.Shell;

/// <summary>
/// The settings that people choose in the pages. They may only touch what nobody set outside: command line, environment
/// and file win, group by group, so that half a choice never mixes with half of another.
/// </summary>
internal sealed class ChosenSettings(Settings settings)
{
    /// <summary>Everything that the pages may choose; a star stands for a name or a number.</summary>
    private static readonly string[] Choosable =
    [
        "Server:PublicUrl", "Tls:Mode", "Tls:CertificateFile", "Tls:KeyFile", "Purposes:*:Id", "Purposes:*:Label",
        "Fields:*:Label", "Fields:*:Sensitivity", "Fields:*:Mask", "Fields:*:Indexed",
    ];

    private readonly IReadOnlyDictionary<string, GivenSetting> _outside = settings.Outside;
    private IReadOnlyDictionary<string, string> _chosen = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the group to which a setting belongs is set.</summary>
    public SettingSource SourceOf(string name)
    {
        string group = Group(name);
        SettingSource outside = _outside.Where(pair => Group(pair.Key) == group)
            .Select(pair => pair.Value.Source).DefaultIfEmpty().Max();
        return outside != SettingSource.None ? outside
            : _chosen.Keys.Any(key => Group(key) == group) ? SettingSource.Chosen : SettingSource.None;
    }

    /// <summary>Whether the pages may not touch a setting, because somebody set it outside.</summary>
    public bool IsLocked(string name) => SourceOf(name) > SettingSource.Chosen;

    /// <summary>
    /// Takes over what was chosen, at once; what is locked is passed over. Names that the pages may not choose are
    /// faults.
    /// </summary>
    /// <returns>False where something does not fit; then nothing has changed.</returns>
    public bool TryTake(IReadOnlyDictionary<string, string> chosen, out IReadOnlyList<string> faults)
    {
        string? stray = chosen.Keys.FirstOrDefault(
            name => !Choosable.Any(pattern => SettingNames.Fits(pattern, name)));
        if (stray is not null)
        {
            faults = [$"{stray} cannot be chosen in the pages"];
            return false;
        }

        var merged = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in chosen.Where(pair => !IsLocked(pair.Key)))
        {
            merged[name] = value;
        }

        foreach ((string name, GivenSetting given) in _outside)
        {
            merged[name] = given.Value;
        }

        if (!SettingsReader.TryRead(merged, out Settings? read, out faults))
        {
            return false;
        }

        settings.Take(read);
        _chosen = chosen;
        return true;
    }

    // Tls is one choice, so are the purposes, and so is each field kind.
    private static string Group(string name)
    {
        string[] parts = name.Split(':');
        int length = parts[0].ToUpperInvariant() switch
        {
            "TLS" or "PURPOSES" => 1,
            "FIELDS" => Math.Min(2, parts.Length),
            _ => parts.Length,
        };
        return string.Join(':', parts[..length]).ToUpperInvariant();
    }
}
