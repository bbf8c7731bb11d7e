using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Moving;

/// <summary>
/// Moves a compartment's two databases to another kind of store or another server while no server runs: copies the rows
/// as they are, counts and compares all of them, switches in one change of the registry, and only then empties the old
/// ones. Cut off anywhere, the same command goes on; until the switch the compartment is where it was.
/// </summary>
internal sealed class MoveCompartment(
    CompartmentRegister register, MovePlaces places, OpenInstallation opening, AuditWriter audit)
{
    private const long ReportEvery = 10_000;

    /// <param name="name">The compartment.</param>
    /// <param name="to">The kind of store that it goes to.</param>
    /// <param name="server">Which PostgreSQL; null for any with prepared databases.</param>
    /// <param name="report">Takes a line now and then.</param>
    /// <param name="cancellation">Stops it between two commits; it goes on another time.</param>
    /// <exception cref="RefusedException">Nothing was moved; it says why.</exception>
    public async Task<MovedReport> RunAsync(
        string name, StoreKind to, string? server, Action<string> report, CancellationToken cancellation)
    {
        CompartmentFacts facts = await OpenAsync(name, cancellation);
        bool isResumed = await places.FindAsync(facts.Id, cancellation) is not null;
        CompartmentMoveRow move = await places.BeginAsync(facts.Id, to, server, cancellation);
        CompartmentDatabases before = await places.DatabasesAsync(facts.Id, move.FromPair, cancellation);
        CompartmentDatabases after = await places.DatabasesAsync(facts.Id, move.ToPair, cancellation);
        string from = await places.NameAsync(move.FromPair, cancellation);
        string target = await places.NameAsync(move.ToPair, cancellation);
        (long customers, long rows) counted = (0, 0);
        if (move.State == CompartmentMoveState.Copying)
        {
            counted = Copy(before, after, report, cancellation);
            await audit.RecordAsync(Draft(facts, from, target, counted.rows), cancellation);
            places.Switch(move);
        }

        // From here on the compartment is there. What is left is the old copy, and a move cut off now only empties it.
        report("emptying what it was moved from");
        before.Empty();
        await places.EndAsync(move, CancellationToken.None);
        return new MovedReport(facts.Name, from, target, counted.customers, counted.rows, isResumed);
    }

    /// <summary>Gives up a move that was cut off before the switch; the compartment stays where it is.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task CancelAsync(string name, CancellationToken cancellation)
    {
        CompartmentFacts facts = await OpenAsync(name, cancellation);
        if (await places.FindAsync(facts.Id, cancellation) is not { State: CompartmentMoveState.Copying } move)
        {
            throw new RefusedException(MoveRefusals.NotBegun);
        }

        (await places.DatabasesAsync(facts.Id, move.ToPair, cancellation)).Empty();
        await places.EndAsync(move, CancellationToken.None);
    }

    private async Task<CompartmentFacts> OpenAsync(string name, CancellationToken cancellation)
    {
        CompartmentFacts facts = (await register.AllAsync(cancellation)).FirstOrDefault(facts => facts.Name == name)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        opening.Run(_ => false);
        try
        {
            await audit.OpenAsync(cancellation);
        }
        catch (Exception unreadable) when (unreadable is AuditDamagedException or AuditUnavailableException or IOException)
        {
            throw new RefusedException(AuditRefusals.LogDamaged);
        }

        return facts;
    }

    private static (long Customers, long Rows) Copy(
        CompartmentDatabases before, CompartmentDatabases after, Action<string> report, CancellationToken cancellation)
    {
        if (!IsOfThisMoment(before, after))
        {
            // A server ran since the move was begun; what was copied then is of yesterday.
            after.Empty();
        }

        long copied = 0;
        using var keys = new StoreCopy(before.Keys, after.Keys, "keys", StoreTable.OfKeys);
        using var records = new StoreCopy(before.Records, after.Records, "records", StoreTable.OfRecords);
        keys.Run(Report, cancellation);
        records.Run(Report, cancellation);
        report("comparing");
        if (keys.Compare(cancellation) is { } ofKeys && records.Compare(cancellation) is { } ofRecords)
        {
            return (ofKeys["customer"], ofKeys.Values.Sum() + ofRecords.Values.Sum());
        }

        keys.Dispose();
        records.Dispose();
        after.Empty();
        throw new RefusedException(MoveRefusals.Unlike);

        void Report(long rows)
        {
            long before = copied;
            copied += rows;
            if (copied / ReportEvery > before / ReportEvery)
            {
                report(string.Create(CultureInfo.InvariantCulture, $"{copied} rows copied"));
            }
        }
    }

    private static bool IsOfThisMoment(CompartmentDatabases before, CompartmentDatabases after)
    {
        using var keys = new StoreCopy(before.Keys, after.Keys, "keys", StoreTable.OfKeys);
        using var records = new StoreCopy(before.Records, after.Records, "records", StoreTable.OfRecords);
        return (keys.IsBegun && (records.IsBegun || records.IsFresh)) || (keys.IsFresh && records.IsFresh);
    }

    private static AuditDraft Draft(CompartmentFacts facts, string from, string to, long rows) => new()
    {
        Act = AuditAct.CompartmentMoved,
        Actor = Actor.Server,
        Result = AuditResult.Done,
        Compartment = facts.Id,
        Body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = facts.Name,
            ["from"] = from,
            ["to"] = to,
            ["rows"] = rows.ToString(CultureInfo.InvariantCulture),
        },
    };
}
