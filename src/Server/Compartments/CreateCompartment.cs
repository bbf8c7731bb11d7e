using System.Globalization;
using System.Text.RegularExpressions;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Makes a compartment: an independent random key in the keyring, then its row. Its databases are made when it is first
/// opened.
/// </summary>
internal sealed partial class CreateCompartment(
    CompartmentRegister register, KeyringStore keyring, CompartmentKeyRing keyRing, AuditWriter audit,
    ICompartmentPlaces places, Settings settings, TimeProvider time) : IDisposable
{
    private const int MostCap = 1_000_000;
    private readonly SemaphoreSlim _one = new(1, 1);

    public static void Map(RouteGroupBuilder compartments) =>
        compartments.MapPost("/", async (
            CreateCompartmentRequest request, CurrentStanding standing, CreateCompartment create,
            CancellationToken cancellation) =>
        {
            CompartmentFacts made = await create.RunAsync(standing.Value, request, cancellation);
            return TypedResults.Created(
                $"/api/v1/compartments/{made.Name}", new ListedCompartment(
                    made.Id.ToString(), made.Name, made.Series, 0, made.Cap, false));
        }).RequirePermission(Permission.ManageCompartments);

    /// <summary>Whether a series may be called so.</summary>
    public static bool IsName(string untrustedName) => SeriesName().IsMatch(untrustedName);

    public async Task<CompartmentFacts> RunAsync(
        Standing who, CreateCompartmentRequest request, CancellationToken cancellation)
    {
        int cap = request.Cap ?? settings.CompartmentCap;
        if (!IsName(request.Name) || cap is < 1 or > MostCap)
        {
            throw new RefusedException(CompartmentRefusals.Invalid, new FieldFault(
                "name", "A name has 2 to 40 lower-case letters, digits and dashes, begins with a letter and does not end in "
                + "a number; a cap is 1 or more."));
        }

        if ((await register.SeriesAsync(request.Name, cancellation)).Count > 0)
        {
            throw new RefusedException(CompartmentRefusals.Exists);
        }

        return await MakeAsync(who.Actor, request.Name, 1, cap, cancellation);
    }

    /// <summary>Makes the next compartment of a series that is full.</summary>
    public async Task<CompartmentFacts> NextAsync(
        Actor actor, string series, int number, CancellationToken cancellation)
    {
        CompartmentFacts full = (await register.SeriesAsync(series, cancellation))[^1];
        return await MakeAsync(actor, series, number, full.Cap, cancellation);
    }

    /// <summary>Whether another one could be made now.</summary>
    /// <exception cref="RefusedException">There is no room; it says what to do.</exception>
    public Task CheckRoomAsync(CancellationToken cancellation) => places.CheckRoomAsync(cancellation);

    public void Dispose() => _one.Dispose();

    private async Task<CompartmentFacts> MakeAsync(
        Actor actor, string series, int number, int cap, CancellationToken cancellation)
    {
        // One at a time, or two would both see the last place.
        await _one.WaitAsync(cancellation);
        try
        {
            await places.CheckRoomAsync(cancellation);
            return await MakeAloneAsync(actor, series, number, cap, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<CompartmentFacts> MakeAloneAsync(
        Actor actor, string series, int number, int cap, CancellationToken cancellation)
    {
        string name = number == 1 ? series : string.Create(CultureInfo.InvariantCulture, $"{series}-{number}");
        var facts = new CompartmentFacts(CompartmentId.New(), name, series, number, cap, false);
        await audit.RecordAsync(Draft(AuditAct.CompartmentCreated, actor, facts, "name", name), cancellation);
        SealingKey key = await keyring.AddCompartmentAsync(facts.Id, cancellation);
        keyRing.Take(facts.Id, key);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.KeyringChanged,
                Actor = actor,
                Result = AuditResult.Done,
                Body = Body("added", facts.Id.ToString()),
            },
            CancellationToken.None); // the keyring has changed: the log must say so whoever has gone
        return await register.ChangeAsync(
            async db =>
            {
                db.Add(Row(facts));
                await places.AssignAsync(db, facts.Id, CancellationToken.None);
                return facts;
            },
            CancellationToken.None);
    }

    private CompartmentRow Row(CompartmentFacts facts) => new()
    {
        Id = facts.Id,
        Name = facts.Name,
        Series = facts.Series,
        Number = facts.Number,
        Cap = facts.Cap,
        CreatedAt = time.GetUtcNow(),
    };

    internal static AuditDraft Draft(AuditAct act, Actor actor, CompartmentFacts facts, string name, string value)
    {
        return new AuditDraft
        {
            Act = act,
            Actor = actor,
            Result = AuditResult.Done,
            Compartment = facts.Id,
            Body = Body(name, value),
        };
    }

    private static Dictionary<string, string> Body(string name, string value) =>
        new(StringComparer.Ordinal) { [name] = value };

    [GeneratedRegex("^[a-z](?:[a-z0-9-]{0,38}[a-z])$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SeriesName();
}
