using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks;

/// <summary>
/// What can be seen of the staff: attestations of one's own, owners and officers without a second one, lapsed
/// screenings.
/// </summary>
internal sealed class PeopleChecks(IDbContextFactory<RegistryDb> registry, TimeProvider time)
{
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        List<StaffRow> active = await db.Set<StaffRow>().AsNoTracking()
            .Where(row => row.State == StaffState.Active).ToListAsync(cancellation);
        DateTimeOffset now = time.GetUtcNow();
        int lapsed = active.Count(row => row.ScreenedUntil is null || row.ScreenedUntil <= now);
        return
        [
            await FoundingAsync(db, active, cancellation),
            active.Any(row => row.Roles.Contains(Role.SecurityOfficer) && !row.Roles.Contains(Role.Owner))
                ? Check.Green("separation", "A security officer who is not the owner watches.")
                : Check.Amber(
                    "separation", "Nobody but the owner watches: there is no security officer of its own.",
                    "Invite a security officer."),
            lapsed == 0
                ? Check.Green("screenings", "Everybody's screening holds.")
                : Check.Amber(
                    "screenings",
                    $"{lapsed} of {active.Count} members of staff have no screening that holds; they see no customer.",
                    "Record their screenings, or suspend them.") with { Ground = $"{lapsed}" },
        ];
    }

    private static async Task<Check> FoundingAsync(RegistryDb db, List<StaffRow> active, CancellationToken cancellation)
    {
        List<ScreeningRow> screenings = await db.Set<ScreeningRow>().AsNoTracking().ToListAsync(cancellation);
        bool standsOnOwnWord = active.Any(staff => screenings
            .Where(screening => screening.Staff == staff.Id)
            .MaxBy(screening => screening.RecordedAt) is { } newest && (
                newest.IsFounding || newest.RecordedBy == staff.Id));
        return standsOnOwnWord
            ? Check.Amber(
                "founding-attestation", "The founding owner's screening is the owner's own word, given at the claim.",
                "Let a security officer screen the owner and record it.")
            : Check.Green("founding-attestation", "Nobody stands on a screening of their own word.");
    }
}
