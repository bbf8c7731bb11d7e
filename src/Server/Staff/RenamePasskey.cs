using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Gives one of the caller's passkeys another name.</summary>
internal sealed class RenamePasskey(RegistryDb db, AuditWriter audit)
{
    public const int LongestName = 60;

    public static void Map(RouteGroupBuilder api) => api
        .MapPatch("/passkeys/{id}", async (
            PasskeyId id, PasskeyNameRequest request, RenamePasskey rename, Standing standing,
            CancellationToken cancellation) =>
                TypedResults.Ok(await rename.RunAsync(standing, id, request, cancellation)))
        .RequirePermission(Permission.LoggedIn);

    public async Task<PasskeyCard> RunAsync(
        Standing standing, PasskeyId id, PasskeyNameRequest request, CancellationToken cancellation)
    {
        var input = new StaffInput();
        string name = input.Text("name", request.Name, LongestName);
        input.ThrowIfFaulty();
        var staff = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        PasskeyRow row = await db.Set<PasskeyRow>()
            .SingleOrDefaultAsync(passkey => passkey.Id == id && passkey.Staff == staff, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotFound);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.PasskeyRenamed,
                Actor = standing.Actor,
                Result = AuditResult.Done,
                Body = PasskeyFacts.Of(row),
            },
            cancellation);
        row.Name = name;
        await db.SaveChangesAsync(cancellation);
        return PasskeyCard.Of(row);
    }
}
