using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Agreements;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Gives the installation its keys and its owner, once and for good.</summary>
internal sealed class ClaimInstallation(
    RegistryDb db, SetupCode code, MakeKeys keys, MakeOwner owner, Readiness readiness)
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/setup", () => TypedResults.Ok(
                new SetupCard(
                    CanonicalText.Default, Convert.ToHexStringLower(CanonicalText.Hash(CanonicalText.Default)))))
            .RequirePermission(Permission.Anyone).AnswersWhile(InstallationState.Unclaimed);
        api.MapPost("/setup", async (ClaimRequest request, ClaimInstallation claim, CancellationToken cancellation) =>
                TypedResults.Json(
                    await claim.RunAsync(request, cancellation), SetupJson.Default.ClaimedCard,
                    statusCode: StatusCodes.Status201Created))
            .RequirePermission(Permission.Anyone).AnswersWhile(InstallationState.Unclaimed).RequireRateLimiting(
                RateLimits.LogIn);
    }

    /// <summary>The claim in one call, by the code.</summary>
    public Task<ClaimedCard> RunAsync(ClaimRequest request, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            if (!code.Matches(request.Code.Reveal()))
            {
                throw new RefusedException(SetupRefusals.WrongCode);
            }

            ClaimTerms terms = ClaimTerms.Read(request);
            using FoundingKeys founding = keys.Draw();
            return await MakeAsync(terms, founding, cancellation);
        },
        cancellation);

    /// <summary>The claim at the end of the first run, in the browser that brought the code.</summary>
    public Task<ClaimedCard> RunAsync(ClaimTerms terms, FoundingKeys founding, CancellationToken cancellation) =>
        AloneAsync(() => MakeAsync(terms, founding, cancellation), cancellation);

    private async Task<ClaimedCard> AloneAsync(Func<Task<ClaimedCard>> claim, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            return readiness.State == InstallationState.Unclaimed
                && !await db.Set<InstallationRow>().AnyAsync(cancellation)
                ? await claim()
                : throw new RefusedException(SetupRefusals.Claimed);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<ClaimedCard> MakeAsync(
        ClaimTerms terms, FoundingKeys founding, CancellationToken cancellation)
    {
        await keys.KeepAsync(founding, cancellation);

        // From here on it finishes once begun: the keys are made.
        ClaimedCard card = await owner.RunAsync(terms, CancellationToken.None);
        readiness.State = InstallationState.Open;
        return card;
    }
}
