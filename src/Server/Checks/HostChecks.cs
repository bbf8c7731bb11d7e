using System.Globalization;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Checks;

/// <summary>
/// What can be seen of the machine: how the keys are opened, who may read the folders, whether memory may be dumped.
/// </summary>
internal sealed class HostChecks(
    Settings settings, DataFolder data, UnsealKeyFile unsealKey, ShareDesk shares, ServerCertificate certificate,
    TimeProvider time)
{
    private static readonly TimeSpan SoonEnds = TimeSpan.FromDays(14);

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public IEnumerable<Check> Run()
    {
        yield return Opening();
        yield return Folder("data-folder", data.Root);
        yield return Folder("credentials-folder", settings.CredentialsPath);
        yield return Certificate();
        yield return !HasDiagnosticSocket()
            ? Check.Green("diagnostics", "Diagnostics are off: nobody of the same account dumps the process with them.")
            : Check.Amber(
                "diagnostics",
                "Diagnostics are on: a program of the same account can dump this process and the keys in it.",
                "Start with DOTNET_EnableDiagnostics=0, as the packaged service does.");
    }

    private Check Opening() => (unsealKey.Exists, shares.ReadRecord()) switch
    {
        (true, null) => Check.Red(
            "unattended-opening",
            "The unseal key is a file. Whoever takes it together with the data folder has everything online.",
            "Split it among key holders, or keep the file on another medium than the data, with its own backup."),
        (true, _) => Check.Red(
            "unattended-opening",
            "The unseal key is split, and also a file. Whoever takes it together with the data folder has everything online.",
            "Split it again without keeping the file, if a start may wait for key holders."),
        (false, { } record) => Check.Green(
            "unattended-opening",
            string.Create(
                CultureInfo.InvariantCulture, $"{record.Needed} of {record.Holders.Count} key holders open it after a start.")),
        _ => Check.Amber(
            "unattended-opening", "The unseal key file is away: after the next start the system stays sealed.",
            "Put the file back before a restart, or have the recovery sheet ready."),
    };

    private Check Certificate()
    {
        if (settings.TlsMode == TlsMode.Proxy)
        {
            return Check.Green("certificate", "A proxy of this machine ends TLS; only this machine reaches the server.");
        }

        TimeSpan left = certificate.EndsAt!.Value - time.GetUtcNow();
        if (certificate.IsBroken || left <= TimeSpan.Zero)
        {
            return Check.Red(
                "certificate",
                certificate.IsBroken
                    ? "The certificate files changed and cannot be used; the earlier certificate is still served."
                    : "The certificate has ended; browsers refuse it.",
                "Put a certificate and the key that belongs to it into the files; they are read again at once.");
        }

        if (settings.TlsMode == TlsMode.Local)
        {
            return Check.Amber(
                "certificate",
                "The certificate is of this installation's own authority; browsers must be told to trust it: "
                + certificate.File,
                "Install the authority on your staff's machines, or give a certificate of yours: STRONGROOM__Tls__Mode=files.");
        }

        return left > SoonEnds
            ? Check.Green("certificate", "The certificate comes from your files and is read again when they change.")
            : Check.Amber("certificate", "The certificate ends within two weeks.", "Renew it; the files are read again.")
                with
            { Ground = "ends" };
    }

    /// <summary>
    /// The runtime listens for dump requests on a socket in the temporary folder, unless it was told not to.
    /// </summary>
    private static bool HasDiagnosticSocket() => Directory.EnumerateFiles(
        Path.GetTempPath(), FormattableString.Invariant($"dotnet-diagnostic-{Environment.ProcessId}-*")).Any();

    private static Check Folder(string id, string folder)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == UnixFileMode.None)
        {
            return Check.Green(id, "Only the service's own account can enter the folder.");
        }

        return Check.Red(id, "Other accounts of this machine can enter the folder.", $"chmod 0700 {folder}");
    }
}
