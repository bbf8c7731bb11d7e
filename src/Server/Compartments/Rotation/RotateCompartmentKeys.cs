using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Rotation;

/// <summary>
/// Gives compartments their next key while they work: the next key goes into the keyring beside the present one, every
/// key that the present one opens is sealed under the next in one commit, and only then the present one leaves the
/// keyring. Cut off anywhere, it is gone on with: <c>keys.db</c> says which of the two is in use. Nothing of the
/// records is written anew.
/// </summary>
internal sealed class RotateCompartmentKeys(
    LoadedCompartments compartments, CompartmentKeyRing keyRing, KeyringStore keyring, AuditWriter audit) : IDisposable
{
    /// <summary>How many compartments share a revision of the keyring.</summary>
    public const int AtOnce = 256;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Gives one compartment its next key, and lets something else go in the same commit.</summary>
    /// <param name="actor">Who wants it.</param>
    /// <param name="compartment">Which is open.</param>
    /// <param name="why">Stands in the log; a constant.</param>
    /// <param name="going">What goes in the same commit; gives the number of customers who went.</param>
    /// <param name="cancellation">Ends it before anything is done.</param>
    /// <exception cref="RefusedException">It is closed, or its store or the log cannot be used.</exception>
    public async Task<RotatedKey> RunAsync(
        Actor actor, CompartmentFacts compartment, string why, Func<CompartmentSession, int> going,
        CancellationToken cancellation) =>
        (await AloneAsync(actor, [compartment], why, going, cancellation))[0];

    /// <summary>Gives up to <see cref="AtOnce"/> compartments their next keys.</summary>
    public Task<IReadOnlyList<RotatedKey>> RunAsync(
        Actor actor, IReadOnlyList<CompartmentFacts> wanted, string why, CancellationToken cancellation) =>
        AloneAsync(actor, wanted, why, static _ => 0, cancellation);

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<RotatedKey>> AloneAsync(
        Actor actor, IReadOnlyList<CompartmentFacts> wanted, string why, Func<CompartmentSession, int> going,
        CancellationToken cancellation)
    {
        if (wanted.Any(facts => facts.IsClosed || !keyRing.Holds(facts.Id)))
        {
            throw new RefusedException(AccessRefusals.CompartmentClosed);
        }

        await _one.WaitAsync(cancellation);
        try
        {
            return await RotateAsync(actor, wanted, why, going, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<IReadOnlyList<RotatedKey>> RotateAsync(
        Actor actor, IReadOnlyList<CompartmentFacts> wanted, string why, Func<CompartmentSession, int> going,
        CancellationToken cancellation)
    {
        await Task.WhenAll(wanted.Select(facts => audit.RecordAsync(
            CreateCompartment.Draft(AuditAct.CompartmentKeyRotated, actor, facts, "why", why), cancellation)));

        // From here on it is carried through, whoever has gone.
        IReadOnlyList<SealingKey> next = await keyring.AddGenerationsAsync(
            [.. wanted.Select(facts => facts.Id)], CancellationToken.None);
        RotatedKey[] rotated;
        try
        {
            rotated = await RewrapAsync(actor, wanted, next, going);
        }
        finally
        {
            foreach (SealingKey key in next)
            {
                key.Dispose();
            }
        }

        long revision = await keyring.RetireAsync(
            [.. rotated.Select(one => (one.Compartment.Id, one.To))], CancellationToken.None);
        foreach (RotatedKey one in rotated)
        {
            keyRing.ForgetBefore(one.Compartment.Id, one.To);
        }

        await RecordAsync(actor, "removed", wanted.Count);
        return [.. rotated.Select(one => one with { Revision = revision })];
    }

    private async Task<RotatedKey[]> RewrapAsync(
        Actor actor, IReadOnlyList<CompartmentFacts> wanted, IReadOnlyList<SealingKey> next,
        Func<CompartmentSession, int> going)
    {
        foreach ((int index, CompartmentFacts facts) in wanted.Index())
        {
            keyRing.TakeNext(facts.Id, CompartmentKeySet.CopyOf(next[index]));
        }

        await RecordAsync(actor, "added", wanted.Count);
        var rotated = new RotatedKey[wanted.Count];
        await Parallel.ForAsync(0, wanted.Count, async (index, _) =>
            rotated[index] = await RewrapAsync(wanted[index], next[index], going));
        return rotated;
    }

    private async Task<RotatedKey> RewrapAsync(
        CompartmentFacts facts, SealingKey next, Func<CompartmentSession, int> going)
    {
        LoadedCompartment loaded = await compartments.LeaseAsync(facts.Id, CancellationToken.None);
        try
        {
            uint from = loaded.Generation;
            int sealedAnew = await loaded.RewrapAsync(CompartmentKeySet.CopyOf(next), going);
            return new RotatedKey(facts, from, next.Generation, sealedAnew, 0);
        }
        finally
        {
            loaded.EndLease();
        }
    }

    private Task<long> RecordAsync(Actor actor, string what, int count) => audit.RecordAsync(
        new AuditDraft
        {
            Act = AuditAct.KeyringChanged,
            Actor = actor,
            Result = AuditResult.Done,
            Body = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [what] = count.ToString(Invariant) + " keys of compartments",
            },
        },
        CancellationToken.None);
}
