using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Tells callers who they are and what they still have to do.</summary>
internal sealed class ReadMe(RegistryDb db, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/me", async (ReadMe me, Standing standing, CancellationToken cancellation) =>
            TypedResults.Ok(await me.RunAsync(standing, cancellation)))
        .RequirePermission(Permission.LoggedIn);

    public async Task<MeCard> RunAsync(Standing standing, CancellationToken cancellation)
    {
        (string name, IReadOnlyList<Role> roles) = await NameAsync(standing.Actor, cancellation);
        MeStep[] steps =
        [
            new("password", true),
            new("second-factor", true),
            new("screening", standing.ScreenedUntil > time.GetUtcNow()),
            new("agreement", standing.HasSignedCurrentAgreement),
        ];
        return new MeCard
        {
            Id = standing.Actor.ToString(),
            Kind = standing.IsServiceAccount ? "service-account" : "staff-member",
            Name = name,
            Roles = [.. roles.Select(RoleNames.Write)],
            Permissions = [.. standing.Permissions.Order().Select(permission => permission.ToString())],
            Series = [.. standing.Series.Order(StringComparer.Ordinal)],
            ScreenedUntil = standing.ScreenedUntil,
            SteppedUpAt = standing.SteppedUpAt,
            Steps = steps,
            Summary = string.Create(
                CultureInfo.InvariantCulture, $"{steps.Count(step => step.Done)} of {steps.Length} done"),
        };
    }

    private async Task<(string Name, IReadOnlyList<Role> Roles)> NameAsync(Actor actor, CancellationToken cancellation)
    {
        if (actor.Id is ServiceAccountId account)
        {
            ServiceAccountRow row = await db.Set<ServiceAccountRow>().AsNoTracking().SingleAsync(
                a => a.Id == account, cancellation);
            return (row.Name, []);
        }

        var id = (StaffId)actor.Id!;
        StaffRow staff = await db.Set<StaffRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        return (staff.Name, staff.Roles);
    }
}
