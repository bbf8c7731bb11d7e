using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// Closes everything: the entry is written, then every key leaves memory. What is under way ends first; what comes after
/// is told that the system is sealed. Key holders open it again, or the unattended way at the next start.
/// </summary>
internal sealed class SealInstallation(
    Readiness readiness, CompartmentKeyRing keyRing, LoadedCompartments compartments, OpenInstallation opening,
    AuditWriter audit, ShareDesk desk, Settings settings, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public static void Map(RouteGroupBuilder keys) =>
        keys.MapPost("/closings", async (
            CurrentStanding standing, SealInstallation seal, PresentShare present, CancellationToken cancellation) =>
        {
            await seal.RunAsync(standing.Value, cancellation);
            return TypedResults.Ok(present.State());
        }).RequirePermission(Permission.ManageKeys);

    /// <exception cref="RefusedException">
    /// The second factor was not given lately, or the log cannot be written; nothing was closed.
    /// </exception>
    public async Task RunAsync(Standing who, CancellationToken cancellation)
    {
        StepUp.Require(who, settings, time);
        await _one.WaitAsync(cancellation);
        try
        {
            if (readiness.State != InstallationState.Open)
            {
                return;
            }

            await audit.RecordAsync(
                new AuditDraft { Act = AuditAct.Sealed, Actor = who.Actor, Result = AuditResult.Done }, cancellation);

            // From here on it is carried through, whoever has gone. New requests are turned away first; then nothing can be
            // loaded any more; then whoever is inside is waited for.
            readiness.State = InstallationState.Sealed;
            keyRing.Dispose();
            await compartments.DisposeAsync();
            await audit.DisposeAsync();
            opening.Seal();
            desk.Forget();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
