using System.Diagnostics;
using System.Text.Json;
using Strongroom.Server.Tests;

namespace Strongroom.Browser.Tests;

/// <summary>What <c>testssl.sh</c> says of the listeners, as a stranger on the network would ask them.</summary>
public sealed class TlsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Protocols, suites by strength, forward secrecy, the server's choice, its certificate, its headers, known
    // weaknesses. The simulated clients and each cipher by itself would take as long again and say the same.
    private static readonly string[] Questions = ["-p", "-s", "-f", "-P", "-S", "-h", "-U"];

    /// <summary>What is worse than "fine" and has its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Explained = new Dictionary<string, string>
    {
        ["engine_problem"] = "the scanner's own library has no GOST ciphers; it says so of itself, not of us",
        ["cert_revocation"] = "an authority made on this machine publishes no list of what it revoked",
        ["HTTP_status_code"] = "the first page leads visitors on; the scanner expects a page at once",
        ["sessionresumption_ticket"] = "whether tickets resume is asked last and may time out on a busy machine",
        ["DNS_CAArecord"] = "a name without a public zone has no record of who may issue for it",
    };

    [Fact]
    public async Task Nothing_at_low_or_worse_is_unexplained_on_any_port()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        await IntakeJourneyTests.PublishAsync(clinic); // then the public port is listened on
        Uri[] addresses = [.. clinic.Server.Addresses, await clinic.Server.PublicAddressAsync()];

        IReadOnlyList<TlsFinding>[] reports =
            await Task.WhenAll(addresses.Select(address => ScanAsync(clinic.Server.Folder, address)));

        Assert.All(reports, report => Assert.Contains(
            report, finding => finding is { Id: "TLS1_3", Severity: "OK" })); // it has looked
        Assert.Equal([], reports.SelectMany(report => report).Where(IsUnexplained).Select(one => one.ToString()));
    }

    private static bool IsUnexplained(TlsFinding finding) =>
        finding.Severity is not ("OK" or "INFO" or "DEBUG") && !Explained.ContainsKey(finding.Id);

    private static async Task<IReadOnlyList<TlsFinding>> ScanAsync(string folder, Uri address)
    {
        string file = Path.Combine(folder, $"tls-{address.Port}.json");
        string authority = Path.Combine(folder, "credentials", "authority.pem");
        var start = new ProcessStartInfo("testssl")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (string argument in (string[])[
            "--quiet", "--warnings", "off", "--color", "0", "--nodns", "none", "--connect-timeout", "10",
            "--openssl-timeout", "10", "--add-ca", authority, "--jsonfile", file, .. Questions, address.ToString()])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(said, complained, process.WaitForExitAsync(TestContext.Current.CancellationToken))
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(file), await said + await complained);
        await using FileStream report = File.OpenRead(file);
        return (await JsonSerializer.DeserializeAsync<TlsFinding[]>(
            report, cancellationToken: TestContext.Current.CancellationToken))!;
    }
}
