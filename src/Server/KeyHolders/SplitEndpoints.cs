using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>The calls of a split and of a rotation of the root.</summary>
internal static class SplitEndpoints
{
    public static void Map(RouteGroupBuilder keys)
    {
        keys.MapPost("/splits", async (
            SplitRequest request, CurrentStanding standing, SplitKey split, CancellationToken cancellation) =>
            TypedResults.Created("/api/v1/keys/splits", await split.BeginAsync(standing.Value, request, cancellation)))
            .RequirePermission(Permission.ManageKeys);
        keys.MapPost("/splits/codes/{number:int}", async (
            int number, CurrentStanding standing, SplitKey split, CancellationToken cancellation) =>
            TypedResults.Ok(await split.DrawAsync(standing.Value, number, cancellation)))
            .RequirePermission(Permission.ManageKeys);
        keys.MapPost("/splits/acknowledgements/{number:int}", async (
            int number, AcknowledgeRequest request, CurrentStanding standing, SplitKey split,
            CancellationToken cancellation) =>
            TypedResults.Ok(await split.AcknowledgeAsync(standing.Value, number, request, cancellation)))
            .RequirePermission(Permission.ManageKeys);
        keys.MapPost("/splits/endings", async (
            CurrentStanding standing, SplitKey split, CancellationToken cancellation) =>
            TypedResults.Ok(await split.FinishAsync(standing.Value, cancellation)))
            .RequirePermission(Permission.ManageKeys);
        keys.MapPost("/rotations", async (
            CurrentStanding standing, SplitKey split, CancellationToken cancellation) =>
            TypedResults.Ok(await split.RotateAsync(standing.Value, cancellation)))
            .RequirePermission(Permission.ManageKeys);
        keys.MapPost("/sheets", async (
            PresentRequest request, CurrentStanding standing, SplitKey split, CancellationToken cancellation) =>
            TypedResults.Ok(new ShareSheetCard(
                request.Number ?? 0,
                await split.SheetAsync(
                    standing.Value, request.Number ?? 0, request.Code ?? new PersonalText(string.Empty), cancellation))))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
    }
}
