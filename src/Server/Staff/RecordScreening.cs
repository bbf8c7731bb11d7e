using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Records a screening of a colleague. Nobody records their own; a firm of one person may attest.</summary>
internal sealed class RecordScreening(RegistryDb db, AuditWriter audit, TimeProvider time)
{
    private const int LongestText = 200;
    private const int MostYears = 5;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/staff/{id}/screenings", async (
                StaffId id, ScreeningRequest request, RecordScreening record, Standing standing,
                CancellationToken cancellation) =>
            {
                ScreeningCard card = await record.RunAsync(standing, id, request, cancellation);
                return TypedResults.Created((string?)null, card);
            })
            .RequirePermission(Permission.RecordScreenings);
        api.MapGet("/staff/{id}/screenings", async (
            StaffId id, RecordScreening record, CancellationToken cancellation) =>
                TypedResults.Ok(await record.ListAsync(id, cancellation)))
            .RequirePermission(Permission.ViewStaff);
    }

    public async Task<ScreeningCard> RunAsync(
        Standing standing, StaffId id, ScreeningRequest request, CancellationToken cancellation)
    {
        Check(request);
        var actor = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        StaffRow staff = await db.Set<StaffRow>()
            .SingleOrDefaultAsync(row => row.Id == id && row.State != StaffState.Decoy, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotFound);
        int active = await db.Set<StaffRow>().CountAsync(row => row.State == StaffState.Active, cancellation);
        if (StaffRules.CheckScreening(actor, id, active) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        ScreeningRow row = Row(actor, staff, request);
        await RecordAsync(standing.Actor, row, cancellation);
        await AddAsync(row, staff, cancellation);
        staff.Version++;
        await db.SaveChangesAsync(cancellation);
        return ScreeningCard.Of(row);
    }

    /// <summary>The first person's own word, for a year: nobody else can vouch. Adds it; the caller saves.</summary>
    public async Task AttestAsync(StaffRow owner, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var row = new ScreeningRow
        {
            Staff = owner.Id,
            Items = "founding attestation",
            DoneAt = now,
            ValidUntil = now.AddYears(1),
            Proof = "the owner's own word at the founding",
            IsFounding = true,
            RecordedBy = owner.Id,
            RecordedAt = now,
        };
        await RecordAsync(Actor.Of(owner.Id), row, cancellation);
        await AddAsync(row, owner, cancellation);
    }

    public async Task<ScreeningList> ListAsync(StaffId id, CancellationToken cancellation)
    {
        List<ScreeningRow> rows = await db.Set<ScreeningRow>().AsNoTracking()
            .Where(row => row.Staff == id).OrderByDescending(row => row.RecordedAt).ToListAsync(cancellation);
        return new ScreeningList([.. rows.Select(ScreeningCard.Of)]);
    }

    private Task<long> RecordAsync(Actor actor, ScreeningRow row, CancellationToken cancellation) => audit.RecordAsync(
        new AuditDraft
        {
            Act = AuditAct.Screened,
            Actor = actor,
            Result = AuditResult.Done,
            Body = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["staff"] = row.Staff.ToString(),
                ["screening"] = row.Id.ToString(),
                ["validUntil"] = row.ValidUntil.ToString("O", CultureInfo.InvariantCulture),
                ["founding"] = row.IsFounding ? "yes" : "no",
            },
        },
        cancellation);

    private async Task AddAsync(ScreeningRow row, StaffRow staff, CancellationToken cancellation)
    {
        List<ScreeningRow> earlier = await db.Set<ScreeningRow>().AsNoTracking()
            .Where(one => one.Staff == staff.Id).ToListAsync(cancellation);
        db.Add(row);
        staff.ScreenedUntil = ScreeningRule.HoldsUntil(staff.ScreeningItems, [.. earlier, row]);
        staff.IsScreeningFounding = row.IsFounding;
    }

    private void Check(ScreeningRequest request)
    {
        var input = new StaffInput();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        input.Require("items", request.Items.Count > 0, "One to twenty items.");
        input.Items("items", request.Items);
        input.Text("proof", request.Proof, LongestText);
        input.Require("doneOn", request.DoneOn <= today, "Not after today.");

        // One that has lapsed already may go on record: from old papers, or because it is over from now on.
        input.Require(
            "validUntil",
            request.ValidUntil > request.DoneOn && request.ValidUntil <= today.AddYears(MostYears),
            "After the day that it was done, and at most five years from now.");
        input.ThrowIfFaulty();
    }

    private ScreeningRow Row(StaffId actor, StaffRow staff, ScreeningRequest request) => new()
    {
        Staff = staff.Id,
        Items = string.Join(
            ScreeningRow.ItemSeparator, request.Items.Select(item => item.Trim().Normalize())),
        DoneAt = new DateTimeOffset(request.DoneOn, TimeOnly.MinValue, TimeSpan.Zero),
        ValidUntil = new DateTimeOffset(request.ValidUntil, TimeOnly.MinValue, TimeSpan.Zero),
        Proof = request.Proof.Trim(),
        IsFounding = actor == staff.Id,
        RecordedBy = actor,
        RecordedAt = time.GetUtcNow(),
    };
}
