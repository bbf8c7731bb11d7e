using Strongroom.Sealing;

namespace Strongroom.Server.Keys;

/// <summary>
/// The keys of one compartment that are in memory: one, or two while the older gives way to the newer. Safe to use from
/// several threads.
/// </summary>
internal sealed class CompartmentKeySet : IDisposable
{
    private readonly Lock _change = new();
    private volatile SealingKey[] _keys = [];
    private bool _isDisposed;

    /// <summary>The key of the highest generation.</summary>
    public SealingKey Newest => _keys[^1];

    /// <summary>The key of a generation, or null where it is not there, or no longer.</summary>
    public SealingKey? Find(uint generation) => Array.Find(_keys, key => key.Generation == generation);

    /// <summary>Takes a key over; one whose generation is there already, or that comes too late, is wiped instead.</summary>
    public void Add(SealingKey key)
    {
        lock (_change)
        {
            if (_isDisposed || Find(key.Generation) is not null)
            {
                key.Dispose();
                return;
            }

            _keys = [.. _keys.Append(key).OrderBy(one => one.Generation)];
        }
    }

    /// <summary>Wipes the keys of earlier generations.</summary>
    public void RemoveBefore(uint generation)
    {
        lock (_change)
        {
            SealingKey[] before = _keys;
            _keys = [.. before.Where(key => key.Generation >= generation)];
            foreach (SealingKey key in before.Where(key => key.Generation < generation))
            {
                key.Dispose();
            }
        }
    }

    /// <summary>The same keys with a life of their own.</summary>
    public CompartmentKeySet Copy()
    {
        var copy = new CompartmentKeySet();
        lock (_change)
        {
            foreach (SealingKey key in _keys)
            {
                copy.Add(CopyOf(key));
            }
        }

        return copy;
    }

    /// <summary>A copy of one key, which its taker wipes.</summary>
    public static SealingKey CopyOf(SealingKey key)
    {
        using SecretBytes secret = key.CopySecret();
        return SealingKey.TakeFrom(secret.Reveal().ToArray(), key.Generation);
    }

    public void Dispose()
    {
        lock (_change)
        {
            _isDisposed = true;
            Array.ForEach(_keys, key => key.Dispose());
            _keys = [];
        }
    }
}
