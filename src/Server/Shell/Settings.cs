using System.Net;

namespace Strongroom.Server.Shell;

/// <summary>
/// Every setting, checked and in its type. Read once at the start; a change needs a restart, but for what people choose
/// in the pages.
/// </summary>
internal sealed record Settings
{
    private volatile Uri? _publicUrl;
    private volatile TlsMode _tlsMode;
    private volatile string? _certificateFile;
    private volatile string? _keyFile;
    private volatile IReadOnlyList<PurposeSetting> _purposes = [];
    private volatile IReadOnlyList<FieldKindSetting> _fieldKinds = [];

    /// <summary>What was set on the command line, in the environment and in the file.</summary>
    public IReadOnlyDictionary<string, GivenSetting> Outside { get; init; } =
        new Dictionary<string, GivenSetting>(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>Server:Urls</c>: where the staff pages and the API listen; https only.</summary>
    public required IReadOnlyList<Uri> ServerUrls { get; init; }

    /// <summary><c>Server:PublicUrl</c>: the address that people type; null until it is known.</summary>
    public Uri? PublicUrl
    {
        get => _publicUrl;
        init => _publicUrl = value;
    }

    /// <summary>
    /// <c>Server:TrustedProxies</c>: whose forwarded addresses are believed; only in mode <c>proxy</c>.
    /// </summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary><c>Intake:Urls</c>: where the public listener answers once a form is published.</summary>
    public required IReadOnlyList<Uri> IntakeUrls { get; init; }

    /// <summary><c>Intake:PublicUrl</c>: the address under which the public reaches it; null means the host of
    /// <c>Server:PublicUrl</c>.</summary>
    public Uri? IntakePublicUrl { get; init; }

    /// <summary>
    /// <c>Intake:EmbedOrigins</c>: the sites that may show a form in a frame, where its publisher names none.
    /// </summary>
    public required IReadOnlyList<string> EmbedOrigins { get; init; }

    /// <summary><c>Intake:SendsPerMinute</c>: how often one address may send a form.</summary>
    public required int SendsPerMinute { get; init; }

    /// <summary><c>Intake:MostWaiting</c>: how many submissions wait in one inbox at the most.</summary>
    public required int MostWaiting { get; init; }

    /// <summary><c>Tls:Mode</c>.</summary>
    public required TlsMode TlsMode
    {
        get => _tlsMode;
        init => _tlsMode = value;
    }

    /// <summary><c>Tls:CertificateFile</c>, PEM with the chain; only in mode <c>files</c>.</summary>
    public string? CertificateFile
    {
        get => _certificateFile;
        init => _certificateFile = value;
    }

    /// <summary><c>Tls:KeyFile</c>, PEM; only in mode <c>files</c>.</summary>
    public string? KeyFile
    {
        get => _keyFile;
        init => _keyFile = value;
    }

    /// <summary><c>Data:Path</c>: the data folder.</summary>
    public required string DataPath { get; init; }

    /// <summary><c>Credentials:Path</c>: the folder of secrets; never inside the data folder.</summary>
    public required string CredentialsPath { get; init; }

    /// <summary>
    /// <c>Keys:UnsealKey_FILE</c>: the unseal key's file; null means <c>unseal-key</c> in the credentials folder.
    /// </summary>
    public string? UnsealKeyFile { get; init; }

    /// <summary><c>Storage:Kind</c>.</summary>
    public required StoreKind StoreKind { get; init; }

    /// <summary>
    /// <c>Storage:ConnectionString_FILE</c>: the file that says how the registry's database is reached; null means
    /// <c>database</c> in the credentials folder.
    /// </summary>
    public string? ConnectionFile { get; init; }

    /// <summary><c>Storage:MaxConnections</c>: how many connections this server has to PostgreSQL at the most.</summary>
    public required int MaxConnections { get; init; }

    /// <summary><c>Keys:OpenAtStart</c>: <c>all</c>, <c>none</c>, or names of compartments.</summary>
    public required IReadOnlyList<string> OpenAtStart { get; init; }

    /// <summary><c>Auth:SessionIdleMinutes</c>: an unused session ends after this.</summary>
    public required TimeSpan SessionIdle { get; init; }

    /// <summary><c>Auth:IdleLockMinutes</c>: an unused screen locks after this.</summary>
    public required TimeSpan IdleLock { get; init; }

    /// <summary><c>Auth:LogInsPerMinute</c>: tries of one address before it has to wait.</summary>
    public required int LogInsPerMinute { get; init; }

    /// <summary><c>Reveal:Seconds</c>: how long a revealed value stays on a screen.</summary>
    public required TimeSpan RevealFor { get; init; }

    /// <summary><c>Reveal:StepUpMinutes</c>: how long a step-up stays fresh.</summary>
    public required TimeSpan StepUpFresh { get; init; }

    /// <summary><c>Reveal:PerTenMinutes</c>: reveals of one person in ten minutes.</summary>
    public required int RevealsPerTenMinutes { get; init; }

    /// <summary><c>Reveal:PerTenMinutesByKey</c>: reveals of one service account in ten minutes.</summary>
    public required int KeyRevealsPerTenMinutes { get; init; }

    /// <summary><c>Log:CheckpointMinutes</c>: how often the audit log's head is signed.</summary>
    public required TimeSpan CheckpointEvery { get; init; }

    /// <summary><c>Retention:TrashDays</c>: how long the trash keeps a customer.</summary>
    public required TimeSpan TrashFor { get; init; }

    /// <summary><c>Documents:MaxMegabytes</c>: the largest document taken in, in bytes.</summary>
    public required long DocumentBytes { get; init; }

    /// <summary><c>Documents:MaxPages</c>: the most pages of a document taken in.</summary>
    public required int DocumentPages { get; init; }

    /// <summary>
    /// <c>Documents:Sandbox</c>: whether limits alone may hold what reads PDF where the sandbox does not start.
    /// </summary>
    public required bool MayReadUnsandboxed { get; init; }

    /// <summary>
    /// <c>Compartments:Cap</c>: customers of one compartment. 499, because a breach of 500 must be reported.
    /// </summary>
    public required int CompartmentCap { get; init; }

    /// <summary><c>Purposes</c>: why fields are revealed.</summary>
    public required IReadOnlyList<PurposeSetting> Purposes
    {
        get => _purposes;
        init => _purposes = value;
    }

    /// <summary><c>Fields</c>: the business's own field kinds.</summary>
    public required IReadOnlyList<FieldKindSetting> FieldKinds
    {
        get => _fieldKinds;
        init => _fieldKinds = value;
    }

    /// <summary>Takes over what may be chosen in the pages; the rest stays as it was at the start.</summary>
    public void Take(Settings chosen)
    {
        _publicUrl = chosen.PublicUrl;
        _tlsMode = chosen.TlsMode;
        _certificateFile = chosen.CertificateFile;
        _keyFile = chosen.KeyFile;
        _purposes = chosen.Purposes;
        _fieldKinds = chosen.FieldKinds;
    }
}
