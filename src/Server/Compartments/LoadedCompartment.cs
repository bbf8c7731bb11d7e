using System.Collections.Concurrent;
using Strongroom.Sealing;
using Strongroom.Server.Compartments.Rotation;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// A compartment in memory: its key, its keys, its store. Only the door and <see cref="OpenCompartment"/> hold one.
/// </summary>
internal sealed class LoadedCompartment : IAsyncDisposable
{
    private readonly CompartmentKeySet _keySet;
    private readonly CommitCounts _counts;
    private readonly ConcurrentDictionary<Type, IDisposable> _companions = new();
    private readonly Lock _leases = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _leaseCount;
    private bool _isClosing;

    private LoadedCompartment(
        CompartmentId id, CompartmentKeySet keySet, CommitCounts counts, CompartmentStore store, CompartmentKeys keys,
        long customers)
    {
        Id = id;
        _keySet = keySet;
        _counts = counts;
        Store = store;
        Keys = keys;
        CustomerCount = customers;
    }

    public CompartmentId Id { get; }

    public CompartmentStore Store { get; }

    public CompartmentKeys Keys { get; }

    /// <summary>How many customers it holds; only the writer changes it.</summary>
    public long CustomerCount { get; set; }

    /// <summary>The generation of the compartment's key that everything is sealed under now.</summary>
    public uint Generation => _counts.Key.Generation;

    /// <summary>Opens databases and keys. The compartment's keys are disposed of with this object.</summary>
    /// <exception cref="RefusedException">The databases are damaged, from a newer program, behind the log, or written by another server.</exception>
    public static async Task<LoadedCompartment> LoadAsync(
        CompartmentId id, CompartmentDatabases databases, ReadingSessions readers, CompartmentKeySet keySet,
        long seenInLog, IEnumerable<string> indexedFields)
    {
        var counts = new CommitCounts(id, keySet, seenInLog);
        var store = new CompartmentStore(databases, readers, counts.Check, counts.Seal);
        try
        {
            var fresh = new List<(string Purpose, uint Generation, byte[] Sealed)>();
            var keys = CompartmentKeys.Open(
                id, counts.Key, indexedFields, store.Read(session => session.CompartmentKeys()), fresh);
            if (fresh.Count > 0)
            {
                await store.WriteAsync(session => Keep(session, fresh), CancellationToken.None);
            }

            return new LoadedCompartment(
                id, keySet, counts, store, keys, store.Read(session => session.CustomerCount()));
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

    /// <summary>
    /// Opens a customer's key. A row that was read before the compartment got another key is read again.
    /// </summary>
    /// <exception cref="RefusedException">The customer is no longer there, or the row was altered.</exception>
    public SealingKey OpenCustomerKey(CustomerRow row)
    {
        if (TryOpenCustomerKey(row) is { } key)
        {
            return key;
        }

        byte[] id = RecordAddress.Bytes(row.Id);
        CustomerRow fresh = Store.Read(session => session.CustomerById(id))
            ?? throw new RefusedException(AccessRefusals.NotFound);
        return TryOpenCustomerKey(fresh) ?? throw new RefusedException(StorageRefusals.StoreDamaged);
    }

    /// <summary>Whether any key in memory opens a customer's sealed key.</summary>
    public bool CanOpenKeyOf(CustomerRow row)
    {
        using SealingKey? key = TryOpenCustomerKey(row);
        return key is not null;
    }

    public byte[] SealCustomerKey(CustomerId customer, SealingKey key)
    {
        SealContext context = CustomerKeyContext(Id, customer, checked((int)key.Generation));
        while (true)
        {
            SealingKey current = _counts.Key;
            try
            {
                return current.SealKey(context, key);
            }
            catch (ObjectDisposedException) when (_counts.Key != current)
            {
                // The compartment has another key since.
            }
        }
    }

    /// <summary>Whether a customer's key is sealed under the compartment's present key.</summary>
    public bool IsCurrent(CustomerRow row) =>
        SealingKey.TryReadGeneration(row.SealedKey, out uint generation) && generation == Generation;

    /// <summary>
    /// Seals everything of the compartment's own and every customer's key under its next key, and takes the customers
    /// out who go; all in one commit. Then the earlier keys are wiped here.
    /// </summary>
    /// <param name="next">The next key, which this object owns from now on.</param>
    /// <param name="going">What goes with it, written in the same commit.</param>
    /// <returns>How many keys were sealed anew.</returns>
    public async Task<int> RewrapAsync(SealingKey next, Func<CompartmentSession, int> going)
    {
        uint generation = next.Generation;
        _keySet.Add(next);
        int sealedAnew = await Store.WriteAsync(session => Rewrap(session, generation, going), CancellationToken.None);
        _keySet.RemoveBefore(generation);
        return sealedAnew;
    }

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
        _keySet.Dispose();
    }

    /// <summary>What a customer's sealed key is bound to.</summary>
    public static SealContext CustomerKeyContext(CompartmentId compartment, CustomerId customer, int epoch) => new()
    {
        Type = "key",
        Compartment = compartment,
        Owner = customer,
        Table = "customer",
        Column = "sealed_key",
        Version = epoch,
    };

    private SealingKey? TryOpenCustomerKey(CustomerRow row)
    {
        if (!SealingKey.TryReadGeneration(row.SealedKey, out uint generation) || _keySet.Find(generation) is not { } used)
        {
            return null;
        }

        try
        {
            SealContext context = CustomerKeyContext(Id, row.Id, row.Epoch);
            return used.TryOpenKey(row.SealedKey, context, checked((uint)row.Epoch), out SealingKey? key) ? key : null;
        }
        catch (ObjectDisposedException)
        {
            // The compartment got another key just now.
            return null;
        }
    }

    private int Rewrap(CompartmentSession session, uint generation, Func<CompartmentSession, int> going)
    {
        long customers = CustomerCount;
        SealingKey before = _counts.Key;
        try
        {
            CustomerCount -= going(session);
            _counts.Use(_keySet.Find(generation)!);
            return new RewrapKeys(Id, before, _counts.Key).Run(session);
        }
        catch
        {
            CustomerCount = customers;
            _counts.Use(before);
            throw;
        }
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
}
