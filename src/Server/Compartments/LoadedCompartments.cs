using System.Collections.Concurrent;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// The compartments in memory. One is loaded on first use and kept while there is room; the least recently used one
/// without a lease goes first. Its key stays in <see cref="CompartmentKeyRing"/> until the compartment is closed.
/// </summary>
internal sealed class LoadedCompartments(
    CompartmentKeyRing keyRing, ICompartmentPlaces places, ReadingSessions readers, StoreLimits limits, AuditWriter audit,
    FieldIndexes indexes, DataFolder data, KeyringStore keyring) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<CompartmentId, Slot> _slots = new();
    private long _clock;

    /// <summary>Takes a lease on a compartment, loading it where it is not in memory.</summary>
    /// <exception cref="RefusedException">Its key is not in memory, or its files do not open.</exception>
    public async Task<LoadedCompartment> LeaseAsync(CompartmentId id, CancellationToken cancellation)
    {
        while (true)
        {
            Slot slot = _slots.GetOrAdd(id, _ => new Slot());
            await slot.Gate.WaitAsync(cancellation);
            try
            {
                if (slot.Loaded is { } broken && broken.Store.IsBroken)
                {
                    await UnloadAsync(slot);
                }

                slot.LastUse = Interlocked.Increment(ref _clock);
                slot.Loaded ??= await LoadAsync(id);
                if (slot.Loaded.TryLease())
                {
                    return slot.Loaded;
                }

                slot.Loaded = null;
            }
            finally
            {
                slot.Gate.Release();
            }
        }
    }

    /// <summary>Takes a compartment out of memory; returns when its keys are wiped.</summary>
    public async Task UnloadAsync(CompartmentId id)
    {
        if (!_slots.TryGetValue(id, out Slot? slot))
        {
            return;
        }

        // Not cancelled half-way: keys must leave memory once closing has begun.
        await slot.Gate.WaitAsync(CancellationToken.None);
        try
        {
            await UnloadAsync(slot);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (CompartmentId id in _slots.Keys)
        {
            await UnloadAsync(id);
        }
    }

    private static async Task UnloadAsync(Slot slot)
    {
        if (slot.Loaded is { } loaded)
        {
            slot.Loaded = null;
            await loaded.DisposeAsync();
        }
    }

    private async Task<LoadedCompartment> LoadAsync(CompartmentId id)
    {
        await MakeRoomAsync(id);
        CompartmentKeySet keySet = keyRing.Copy(id);
        try
        {
            DataFolder.MakeFolder(data.CompartmentFolder(id));
            CompartmentDatabases databases = await places.FindAsync(id, CancellationToken.None);
            LoadedCompartment loaded = await LoadedCompartment.LoadAsync(
                id, databases, readers, keySet, audit.HighestCount(id), indexes.Fields);
            return await RetireAsync(loaded);
        }
        catch
        {
            keySet.Dispose();
            throw;
        }
    }

    /// <summary>A key that was given up just before a crash is still in the keyring: it leaves now.</summary>
    private async Task<LoadedCompartment> RetireAsync(LoadedCompartment loaded)
    {
        try
        {
            if (keyring.GenerationsOf(loaded.Id)[0] < loaded.Generation)
            {
                await keyring.RetireAsync([(loaded.Id, loaded.Generation)], CancellationToken.None);
                keyRing.ForgetBefore(loaded.Id, loaded.Generation);
            }

            return loaded;
        }
        catch
        {
            await loaded.DisposeAsync();
            throw;
        }
    }

    private async Task MakeRoomAsync(CompartmentId wanted)
    {
        KeyValuePair<CompartmentId, Slot>[] loaded =
            [.. _slots.Where(pair => pair.Value.Loaded is not null && pair.Key != wanted)];
        if (loaded.Length < limits.Loaded)
        {
            return;
        }

        Slot oldest = loaded.MinBy(pair => pair.Value.LastUse).Value;
        // Somebody is at it just now: one more in memory does no harm, waiting here could.
        if (!await oldest.Gate.WaitAsync(0, CancellationToken.None))
        {
            return;
        }

        try
        {
            await UnloadAsync(oldest);
        }
        finally
        {
            oldest.Gate.Release();
        }
    }

    /// <summary>
    /// One compartment's place: what is loaded, and the gate that loading and unloading pass one at a time.
    /// </summary>
    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public LoadedCompartment? Loaded { get; set; }

        public long LastUse { get; set; }
    }
}
