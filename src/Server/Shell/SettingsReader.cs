using System.Diagnostics.CodeAnalysis;
using System.Net;

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
        "services-used", "note", "full-name-words",
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
        TlsMode tls = ReadTlsMode(values);
        (string scheme, string host) = tls == TlsMode.Proxy ? ("http", "127.0.0.1") : ("https", "0.0.0.0");
        return new Settings
        {
            ServerUrls = values.Urls("Server:Urls", $"{scheme}://{host}:8443", scheme),
            PublicUrl = values.Url("Server:PublicUrl"),
            TrustedProxies = values.Networks("Server:TrustedProxies"),
            IntakeUrls = values.Urls("Intake:Urls", $"{scheme}://{host}:8444", scheme),
            IntakePublicUrl = values.Url("Intake:PublicUrl"),
            EmbedOrigins = values.Origins("Intake:EmbedOrigins"),
            SendsPerMinute = values.Number("Intake:SendsPerMinute", 30, 1, 1_000_000),
            MostWaiting = values.Number("Intake:MostWaiting", 10_000, 1, 10_000_000),
            TlsMode = tls,
            CertificateFile = values.Text("Tls:CertificateFile"),
            KeyFile = values.Text("Tls:KeyFile"),
            DataPath = values.Text("Data:Path") ?? "/var/lib/strongroom",
            CredentialsPath = values.Text("Credentials:Path") ?? "/etc/strongroom/credentials",
            UnsealKeyFile = values.Text("Keys:UnsealKey_FILE"),
            StoreKind = values.OneOf("Storage:Kind", "sqlite", "sqlite", "postgres") is "postgres"
                ? StoreKind.Postgres : StoreKind.Sqlite,
            ConnectionFile = values.Text("Storage:ConnectionString_FILE"),
            MaxConnections = values.Number("Storage:MaxConnections", 90, 30, 10_000),
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
            DocumentPages = values.Number("Documents:MaxPages", 500, 1, 10_000),
            MayReadUnsandboxed = values.OneOf("Documents:Sandbox", "required", "required", "limited") is "limited",
            CompartmentCap = values.Number("Compartments:Cap", 499, 1, 1_000_000),
            Purposes = ReadPurposes(values),
            FieldKinds = ReadFieldKinds(values),
        };
    }

    private static TlsMode ReadTlsMode(SettingValues values) =>
        values.OneOf("Tls:Mode", "local", "local", "files", "proxy") switch
        {
            "files" => TlsMode.Files,
            "proxy" => TlsMode.Proxy,
            _ => TlsMode.Local,
        };

    private static void CheckProxy(Settings settings, SettingValues values)
    {
        if (settings.TlsMode != TlsMode.Proxy)
        {
            if (settings.TrustedProxies.Count > 0)
            {
                values.Fault("Server:TrustedProxies is set, but Tls:Mode is not proxy\nhint: nothing is forwarded then");
            }

            return;
        }

        // Plain HTTP must not leave the machine, and links must say what the proxy is called.
        if (settings.ServerUrls.Concat(settings.IntakeUrls).Any(url => !IPAddress.TryParse(
            url.DnsSafeHost, out IPAddress? address) || !IPAddress.IsLoopback(address)))
        {
            values.Fault(
                "Tls:Mode is proxy, but an address is not one of this machine alone\n"
                + "hint: for example Server:Urls=http://127.0.0.1:8443, and let the proxy of this machine ask there");
        }
    }

    private static void CheckTogether(Settings settings, SettingValues values)
    {
        if (settings.TlsMode == TlsMode.Files && (settings.CertificateFile is null || settings.KeyFile is null))
        {
            values.Fault("Tls:Mode is files, but a file is missing\nhint: set Tls:CertificateFile and Tls:KeyFile");
        }

        CheckProxy(settings, values);

        CheckApart(settings, values);
    }

    // A thief of the data folder must not find the keys in it.
    private static void CheckApart(Settings settings, SettingValues values)
    {
        (string Name, string? Path)[] secrets =
        [
            ("Credentials:Path", settings.CredentialsPath), ("Tls:KeyFile", settings.KeyFile),
            ("Keys:UnsealKey_FILE", settings.UnsealKeyFile), ("Storage:ConnectionString_FILE", settings.ConnectionFile),
        ];
        foreach ((string name, string? path) in secrets)
        {
            if (path is not null && IsInside(settings.DataPath, path))
            {
                values.Fault($"{name} lies inside Data:Path\nhint: keep secrets and data in separate folders");
            }
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
