using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Server.Shell;

/// <summary>
/// Checks the gathered settings and puts them into their types. Pure: the same names and values give the same answer.
/// </summary>
internal static class SettingsReader
{
    private const int MinutesOfDay = 24 * 60;

    private static readonly string[] BuiltInKinds =
    [
        "full-name", "postal-address", "email", "phone", "date-of-birth", "us-ssn", "payment-card", "bank-account",
        "services-used", "note",
    ];

    private static readonly PurposeSetting[] BuiltInPurposes =
    [
        new("support", "Customer asked for help"),
        new("appointment", "Appointment or delivery"),
        new("billing", "Invoice or pay-out"),
        new("correction", "Checking or correcting the record"),
        new("legal-duty", "Duty under the law"),
    ];

    /// <summary>Reads every setting.</summary>
    /// <param name="given">Names in the form <c>Section:Key</c>.</param>
    /// <param name="settings">The settings, where nothing was wrong.</param>
    /// <param name="faults">Sentences for people, each with its hint; empty where nothing was wrong.</param>
    public static bool TryRead(
        IReadOnlyDictionary<string, string> given,
        [NotNullWhen(true)] out Settings? settings,
        out IReadOnlyList<string> faults)
    {
        var values = new SettingValues(given);
        foreach (string name in given.Keys.Where(name => !SettingNames.IsKnown(name)).Order(StringComparer.Ordinal))
        {
            string? nearest = SettingNames.Nearest(name);
            values.Fault(
                $"unknown setting {name}" + (nearest is null ? string.Empty : $"\nhint: did you mean {nearest}?"));
        }

        Settings read = Read(values);
        CheckTogether(read, values);
        faults = values.Faults;
        settings = faults.Count == 0 ? read : null;
        return settings is not null;
    }

    private static Settings Read(SettingValues values)
    {
        _ = values.OneOf("Storage:Kind", "sqlite", "sqlite");
        string tls = values.OneOf("Tls:Mode", "local", "local", "files");
        return new Settings
        {
            ServerUrls = values.Urls("Server:Urls", "https://0.0.0.0:8443"),
            PublicUrl = values.Url("Server:PublicUrl"),
            IntakeUrls = values.Urls("Intake:Urls", "https://0.0.0.0:8444"),
            IntakePublicUrl = values.Url("Intake:PublicUrl"),
            EmbedOrigins = values.Origins("Intake:EmbedOrigins"),
            SendsPerMinute = values.Number("Intake:SendsPerMinute", 30, 1, 1_000_000),
            MostWaiting = values.Number("Intake:MostWaiting", 10_000, 1, 10_000_000),
            TlsMode = tls is "files" ? TlsMode.Files : TlsMode.Local,
            CertificateFile = values.Text("Tls:CertificateFile"),
            KeyFile = values.Text("Tls:KeyFile"),
            DataPath = values.Text("Data:Path") ?? "/var/lib/strongroom",
            CredentialsPath = values.Text("Credentials:Path") ?? "/etc/strongroom/credentials",
            UnsealKeyFile = values.Text("Keys:UnsealKey_FILE"),
            OpenAtStart = values.List("Keys:OpenAtStart", "all"),
            SessionIdle = values.Minutes("Auth:SessionIdleMinutes", 15, 1, 60),
            IdleLock = values.Minutes("Auth:IdleLockMinutes", 10, 1, 60),
            LogInsPerMinute = values.Number("Auth:LogInsPerMinute", 600, 1, 1_000_000),
            RevealFor = TimeSpan.FromSeconds(values.Number("Reveal:Seconds", 60, 1, 3600)),
            StepUpFresh = values.Minutes("Reveal:StepUpMinutes", 5, 1, 60),
            RevealsPerTenMinutes = values.Number("Reveal:PerTenMinutes", 10, 1, 1_000_000),
            KeyRevealsPerTenMinutes = values.Number("Reveal:PerTenMinutesByKey", 60_000, 1, 1_000_000_000),
            CheckpointEvery = values.Minutes("Log:CheckpointMinutes", 1, 1, MinutesOfDay),
            TrashFor = TimeSpan.FromDays(values.Number("Retention:TrashDays", 30, 0, 3650)),
            DocumentBytes = values.Number("Documents:MaxMegabytes", 50, 1, 2048) * 1024L * 1024L,
            CompartmentCap = values.Number("Compartments:Cap", 499, 1, 1_000_000),
            Purposes = ReadPurposes(values),
            FieldKinds = ReadFieldKinds(values),
        };
    }

    private static void CheckTogether(Settings settings, SettingValues values)
    {
        if (settings.TlsMode == TlsMode.Files && (settings.CertificateFile is null || settings.KeyFile is null))
        {
            values.Fault("Tls:Mode is files, but a file is missing\nhint: set Tls:CertificateFile and Tls:KeyFile");
        }

        // A thief of the data folder must not find the keys in it.
        if (IsInside(settings.DataPath, settings.CredentialsPath))
        {
            values.Fault("Credentials:Path lies inside Data:Path\nhint: keep secrets and data in separate folders");
        }

        if (settings.UnsealKeyFile is not null && IsInside(settings.DataPath, settings.UnsealKeyFile))
        {
            values.Fault("Keys:UnsealKey_FILE lies inside Data:Path\nhint: keep the key away from what it opens");
        }
    }

    private static bool IsInside(string folder, string path)
    {
        string relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path));
        return relative is "." || !(relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative));
    }

    private static IReadOnlyList<PurposeSetting> ReadPurposes(SettingValues values)
    {
        var purposes = new List<PurposeSetting>();
        foreach (string index in values.Children("Purposes"))
        {
            string? id = values.Text($"Purposes:{index}:Id");
            if (id is null || !SettingValues.IsSlug(id))
            {
                values.Fault($"Purposes:{index}:Id is not lower case with dashes");
                continue;
            }

            purposes.Add(new PurposeSetting(id, values.Text($"Purposes:{index}:Label") ?? id));
        }

        return purposes.Count == 0 ? BuiltInPurposes : purposes;
    }

    private static List<FieldKindSetting> ReadFieldKinds(SettingValues values)
    {
        var kinds = new List<FieldKindSetting>();
        foreach (string kind in values.Children("Fields"))
        {
            if (!SettingValues.IsSlug(kind))
            {
                values.Fault($"Fields:{kind} is not lower case with dashes");
                continue;
            }

            if (BuiltInKinds.Contains(kind, StringComparer.Ordinal))
            {
                values.Fault($"Fields:{kind} is built in\nhint: give your own kind another name");
                continue;
            }

            kinds.Add(new FieldKindSetting(
                kind,
                values.Text($"Fields:{kind}:Label") ?? kind,
                values.OneOf($"Fields:{kind}:Sensitivity", "sensitive", "personal", "sensitive", "protected"),
                values.OneOf($"Fields:{kind}:Mask", "hidden", "hidden", "initials", "last-4"),
                values.OneOf($"Fields:{kind}:Indexed", "false", "false", "true") is "true"));
        }

        return kinds;
    }
}
