using System.Globalization;
using System.Text.Json;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Moving;

/// <summary>
/// <c>storage move COMPARTMENT --to sqlite|postgres [--server HOST:PORT] [--cancel] [--json]</c>, and settings as the
/// server takes them. It holds the data folder, so that no server runs meanwhile; <c>strongroom storage move</c> becomes
/// it.
/// </summary>
internal static class MoveCommand
{
    private const int WrongUsage = 2;

    public static bool IsMeant(IReadOnlyList<string> arguments) => arguments is ["storage", "move", ..];

    /// <param name="arguments">The words of the command line.</param>
    /// <param name="build">Makes the server; it is not started.</param>
    /// <param name="cancellation">Stops it between two commits.</param>
    /// <exception cref="RefusedException">Nothing was moved; it says why.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Func<Settings, DataFolder, TimeProvider, WebApplication> build,
        CancellationToken cancellation)
    {
        var rest = arguments.Skip(2).ToList();
        bool isJson = rest.Remove("--json");
        bool isCancelled = rest.Remove("--cancel");
        string? server = CommandWords.Take(rest, "--server");
        StoreKind to = CommandWords.Take(rest, "--to") switch
        {
            "sqlite" => StoreKind.Sqlite,
            "postgres" => StoreKind.Postgres,
            _ => StoreKind.None,
        };
        if (rest is not [var name, ..] || name.StartsWith('-') || (to == StoreKind.None) != isCancelled)
        {
            Terminal.Complain(
                "it takes the name of a compartment and where it goes\nhint: storage move front-desk --to postgres");
            return WrongUsage;
        }

        if (!SettingsSources.TryRead(rest.Skip(1).ToArray(), out Settings? settings, out IReadOnlyList<string> faults))
        {
            Terminal.Complain(string.Join('\n', faults));
            return WrongUsage;
        }

        using DataFolder data = DataFolder.Open(settings.DataPath);
        await using WebApplication app = build(settings, data, TimeProvider.System);
        MoveCompartment move = app.Services.GetRequiredService<MoveCompartment>();
        try
        {
            Terminal.Print(isCancelled
                ? await CancelAsync(move, name, cancellation)
                : Words(await move.RunAsync(name, to, server, Terminal.Complain, cancellation), isJson));
            return 0;
        }
        catch (Exception failure) when (StoreFailures.Find(failure) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    private static async Task<string> CancelAsync(MoveCompartment move, string name, CancellationToken cancellation)
    {
        await move.CancelAsync(name, cancellation);
        return $"the move of {name} is given up; it is where it was";
    }

    private static string Words(MovedReport report, bool isJson) => isJson
        ? JsonSerializer.Serialize(report, CompartmentsJson.Default.MovedReport)
        : report.Rows == 0 ? $"{report.Compartment} was moved to {report.To}; what it was moved from is empty now"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Compartment} is moved from {report.From} to {report.To}: {report.Customers} customers, "
            + $"{report.Rows} rows, compared; what it was moved from is empty");
}
