using System.Collections.Concurrent;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// A compartment in memory: its key, its keys, its store. Only the door and <see cref="OpenCompartment"/> hold one.
/// </summary>
internal sealed class LoadedCompartment : IAsyncDisposable
{
    private readonly SealingKey _compartmentKey;
    private readonly ConcurrentDictionary<Type, IDisposable> _companions = new();
    private readonly Lock _leases = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _leaseCount;
    private bool _isClosing;

    private LoadedCompartment(
        CompartmentId id, SealingKey compartmentKey, CompartmentStore store, CompartmentKeys keys, long customers)
    {
        Id = id;
        _compartmentKey = compartmentKey;
        Store = store;
        Keys = keys;
        CustomerCount = customers;
    }

    public CompartmentId Id { get; }

    public CompartmentStore Store { get; }

    public CompartmentKeys Keys { get; }

    /// <summary>How many customers it holds; only the writer changes it.</summary>
    public long CustomerCount { get; set; }

    /// <summary>Opens databases and keys. The compartment key is disposed of with this object.</summary>
    /// <exception cref="RefusedException">The databases are damaged, from a newer program, behind the log, or written by another server.</exception>
    public static async Task<LoadedCompartment> LoadAsync(
        CompartmentId id, CompartmentDatabases databases, ReadingSessions readers, SealingKey compartmentKey,
        long seenInLog, IEnumerable<string> indexedFields)
    {
        var counts = new CommitCounts(id, compartmentKey, seenInLog);
        var store = new CompartmentStore(databases, readers, counts.Check, counts.Seal);
        try
        {
            var fresh = new List<(string Purpose, uint Generation, byte[] Sealed)>();
            var keys = CompartmentKeys.Open(
                id, compartmentKey, indexedFields, store.Read(session => session.CompartmentKeys()), fresh);
            if (fresh.Count > 0)
            {
                await store.WriteAsync(session => Keep(session, fresh), CancellationToken.None);
            }

            return new LoadedCompartment(
                id, compartmentKey, store, keys, store.Read(session => session.CustomerCount()));
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// What a slice keeps in memory beside the compartment, made once; it goes when the compartment goes.
    /// </summary>
    public TCompanion Companion<TCompanion>()
        where TCompanion : class, IDisposable, new() =>
        (TCompanion)_companions.GetOrAdd(typeof(TCompanion), _ => new TCompanion());

    /// <summary>Takes part in it; false once it is closing.</summary>
    public bool TryLease()
    {
        lock (_leases)
        {
            if (_isClosing)
            {
                return false;
            }

            _leaseCount++;
            return true;
        }
    }

    public void EndLease()
    {
        lock (_leases)
        {
            _leaseCount--;
            SignalIdle();
        }
    }

    public SealingKey OpenCustomerKey(CustomerRow row)
    {
        SealContext context = CustomerKeyContext(row.Id, row.Epoch);
        return _compartmentKey.TryOpenKey(row.SealedKey, context, checked((uint)row.Epoch), out SealingKey? key)
            ? key
            : throw new RefusedException(StorageRefusals.StoreDamaged);
    }

    public byte[] SealCustomerKey(CustomerId customer, SealingKey key) =>
        _compartmentKey.SealKey(CustomerKeyContext(customer, checked((int)key.Generation)), key);

    /// <summary>Lets nobody else in, waits for those inside, then wipes the keys.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_leases)
        {
            _isClosing = true;
            SignalIdle();
        }

        await _idle.Task;
        foreach (IDisposable companion in _companions.Values)
        {
            companion.Dispose();
        }

        await Store.DisposeAsync();
        Keys.Dispose();
        _compartmentKey.Dispose();
    }

    private static bool Keep(CompartmentSession session, List<(string Purpose, uint Generation, byte[] Sealed)> fresh)
    {
        foreach ((string purpose, uint generation, byte[] sealedKey) in fresh)
        {
            session.AddCompartmentKey(purpose, generation, sealedKey);
        }

        return true;
    }

    private void SignalIdle()
    {
        if (_isClosing && _leaseCount == 0)
        {
            _idle.TrySetResult();
        }
    }

    private SealContext CustomerKeyContext(CustomerId customer, int epoch) => new()
    {
        Type = "key",
        Compartment = Id,
        Owner = customer,
        Table = "customer",
        Column = "sealed_key",
        Version = epoch,
    };
}
