using System.CommandLine;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Demo;

/// <summary>Makes a throw-away business by the real server and its API, and stays until it is stopped.</summary>
internal static class RunDemo
{
    private const int HighestPort = 65534;
    private const int LastLines = 20;

    public static Verb Declare()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON line when everything is ready." };
        var portBase = new Option<int?>("--port-base")
        {
            Description = "Staff and API on port N, the public pages on N + 1.",
            HelpName = "N",
        };
        return new Verb(
            "demo", "Runs a throw-away business with invented customers; stopping it removes it.",
            "strongroom demo --port-base 8443")
        {
            json,
            portBase,
        }.Does((parsed, cancellation) =>
            RunAsync(parsed.GetValue(portBase), parsed.GetValue(json), TimeProvider.System, cancellation));
    }

    public static async Task<int> RunAsync(
        int? portBase, bool isJson, TimeProvider time, CancellationToken cancellation)
    {
        if (portBase is < 1 or > HighestPort)
        {
            throw new StoppedException(ExitCodes.Usage, "the port is out of range", "for example --port-base 8443");
        }

        (int staffPort, int publicPort) = portBase is { } first ? (first, first + 1) : DemoServer.FreePorts();
        using var folder = DemoFolder.Make();
        await using var server = await DemoServer.StartAsync(folder, staffPort, publicPort);
        try
        {
            DemoCard card = await MakeAsync(folder, server, staffPort, time, cancellation);
            Terminal.Print(isJson ? card.ToJson().Line() : card.ToText());
            await server.Ended.WaitAsync(cancellation);
            throw new StoppedException(ExitCodes.Failed, "the demo's server has ended by itself", null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Being stopped is how a demo ends.
            return ExitCodes.Done;
        }
        catch (StoppedException)
        {
            ShowLog(folder);
            throw;
        }
    }

    /// <summary>The server's last words, which go with the folder.</summary>
    private static void ShowLog(DemoFolder folder)
    {
        foreach (
            string line in File.ReadLines(folder.LogFile).TakeLast(LastLines).Concat(File.ReadLines(folder.ErrorFile)))
        {
            Terminal.Complain("server: " + line);
        }
    }

    private static async Task<DemoCard> MakeAsync(
        DemoFolder folder, DemoServer server, int staffPort, TimeProvider time,
        CancellationToken cancellation)
    {
        string address = DemoServer.Url(staffPort);
        Connection Connect() => new(new Uri(address), folder.CertificateFile);
        IReadOnlyList<DemoCustomer> customers = DemoCustomer.All();
        foreach (string series in DemoRegister.Series)
        {
            string csv = DemoCustomer.Csv(customers.Where(customer => customer.Series == series));
            await File.WriteAllTextAsync(folder.CustomersFile(series), csv, cancellation);
        }

        await DemoLetters.WriteAsync(folder.Letters, customers, cancellation);
        await DemoPaperwork.WriteAsync(folder.Letters, customers, cancellation);
        string code = await server.SetupCodeAsync(cancellation);

        Terminal.Note("claiming the server…");
        var staff = new DemoStaff(Connect, time);
        var register = new DemoRegister(Connect, time);
        using Connection owner = await staff.ClaimAsync(code, cancellation);
        await DemoRegister.MakeCompartmentsAsync(owner, cancellation);
        Terminal.Note("inviting staff, importing customers…");
        await staff.HireAsync(owner, cancellation);
        IReadOnlyList<DemoCode> codes = await register.ImportAsync(owner, folder, cancellation);
        await staff.SendPaperworkAsync(folder.Letters, cancellation);
        return new DemoCard
        {
            StaffUrl = address,
            PublicUrl = await DemoForm.PublishAsync(owner, folder.CertificateFile, time, cancellation),
            ApiKey = await register.MakeKeyAsync(owner, cancellation),
            Folder = folder,
            Staff = staff.All,
            Customers = codes,
        };
    }
}
