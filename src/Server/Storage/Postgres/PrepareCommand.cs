using System.Globalization;
using System.Text.Json;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>
/// <c>storage prepare --admin FILE --compartments N [--json]</c>, and settings as the server takes them. It is a verb of
/// this program because only this one knows PostgreSQL; <c>strongroom storage prepare</c> becomes it.
/// </summary>
internal static class PrepareCommand
{
    private const int WrongUsage = 2;
    private const int MostAtOnce = 1000;
    private const int BuiltIn = 20;

    public static bool IsMeant(IReadOnlyList<string> arguments) => arguments is ["storage", "prepare", ..];

    /// <exception cref="RefusedException">The credential, or the server, does not do.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var rest = arguments.Skip(2).ToList();
        bool isJson = rest.Remove("--json");
        string? admin = CommandWords.Take(rest, "--admin");
        string number = CommandWords.Take(rest, "--compartments") ?? BuiltIn.ToString(CultureInfo.InvariantCulture);
        bool isNumber = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int compartments);
        if (admin is null || !isNumber || compartments > MostAtOnce)
        {
            Terminal.Complain(
                "the administrator's connection string is missing, or the number is not one from 0 to 1000\n"
                + "hint: storage prepare --admin FILE --compartments 20");
            return WrongUsage;
        }

        if (!SettingsSources.TryRead(rest, out Settings? settings, out IReadOnlyList<string> faults))
        {
            Terminal.Complain(string.Join('\n', faults));
            return WrongUsage;
        }

        PreparedReport report =
            await new PrepareDatabases(settings).RunAsync(admin, compartments, cancellation);
        Terminal.Print(isJson ? JsonSerializer.Serialize(report, StockJson.Default.PreparedReport) : Words(report));
        return 0;
    }

    private static string Words(PreparedReport report)
    {
        var lines = new List<string>
        {
            $"databases for {report.Compartments.ToString(CultureInfo.InvariantCulture)} compartments are ready; "
            + "the server takes them in while it is open",
        };
        if (report.Registry is { } file)
        {
            lines.Add($"the registry's connection string is in {file}; start the server with Storage:Kind=postgres");
        }

        if (report.OpenToAll.Count > 0)
        {
            lines.Add($"every role may connect to: {string.Join(", ", report.OpenToAll)}");
            lines.Add("hint: REVOKE CONNECT ON DATABASE … FROM PUBLIC, if nothing else needs it");
        }

        return string.Join('\n', lines);
    }
}
