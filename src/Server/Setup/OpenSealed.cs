using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// Opens an installation that is sealed: keys, then the audit log, then the first entry. Whatever stands in the way
/// leaves it sealed, with no key in memory.
/// </summary>
internal sealed class OpenSealed(
    OpenInstallation opening, AuditWriter audit, CompartmentRegister compartments, Readiness readiness, Welcome welcome)
    : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <param name="act"><c>Started</c>, or <c>Opened</c> where people did it.</param>
    /// <param name="by">Which key holders, for the entry; null where nobody was there.</param>
    /// <param name="cancellation">Ends the wait for another opening.</param>
    /// <returns>What stood in the way, or null: it is open.</returns>
    public async Task<Refusal?> RunAsync(AuditAct act, string? by, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (readiness.State == InstallationState.Open)
            {
                return null;
            }

            Refusal? refusal = await TryAsync(act, by, cancellation);
            if (refusal is not null)
            {
                opening.Seal();
            }

            readiness.State = refusal is null ? InstallationState.Open : InstallationState.Sealed;
            return refusal;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Refusal?> TryAsync(AuditAct act, string? by, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<CompartmentFacts> all = await compartments.AllAsync(cancellation);
            readiness.Step = "Opening the keys";
            opening.Run(id => welcome.IsWantedAtStart(all.FirstOrDefault(facts => facts.Id == id)));
            readiness.Step = "Reading the audit log";
            await audit.OpenAsync(cancellation);
            await audit.RecordAsync(Draft(act, by), cancellation);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
        catch (Exception unreadable) when (
            unreadable is AuditDamagedException or AuditUnavailableException or IOException)
        {
            return AuditRefusals.LogDamaged;
        }
    }

    private static AuditDraft Draft(AuditAct act, string? by) => new()
    {
        Act = act,
        Actor = Actor.Server,
        Result = AuditResult.Done,
        Body = by is null
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = by },
    };
}
