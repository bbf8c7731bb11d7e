using System.Collections.Concurrent;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// The keys of the compartments that are open. What is not here cannot be opened by this process without the unseal
/// key.
/// </summary>
internal sealed class CompartmentKeyRing : IDisposable
{
    private readonly ConcurrentDictionary<CompartmentId, CompartmentKeySet> _keys = new();

    public bool Holds(CompartmentId compartment) => _keys.ContainsKey(compartment);

    /// <summary>Takes a key over; a compartment has two while one gives way to the next.</summary>
    public void Take(CompartmentId compartment, SealingKey key) =>
        _keys.GetOrAdd(compartment, _ => new CompartmentKeySet()).Add(key);

    /// <summary>Takes a next key over, beside the present one; it is wiped where the compartment was closed meanwhile.</summary>
    public void TakeNext(CompartmentId compartment, SealingKey key)
    {
        if (_keys.TryGetValue(compartment, out CompartmentKeySet? keys))
        {
            keys.Add(key);
        }
        else
        {
            key.Dispose();
        }
    }

    /// <summary>A copy of a compartment's keys that whoever loads it owns and wipes.</summary>
    /// <exception cref="RefusedException">The compartment is closed.</exception>
    public CompartmentKeySet Copy(CompartmentId compartment) =>
        _keys.TryGetValue(compartment, out CompartmentKeySet? keys)
            ? keys.Copy()
            : throw new RefusedException(KeyRefusals.CompartmentKeyAway);

    /// <summary>Wipes what is older than a generation that everything has been sealed under anew.</summary>
    public void ForgetBefore(CompartmentId compartment, uint generation)
    {
        if (_keys.TryGetValue(compartment, out CompartmentKeySet? keys))
        {
            keys.RemoveBefore(generation);
        }
    }

    public void Forget(CompartmentId compartment)
    {
        if (_keys.TryRemove(compartment, out CompartmentKeySet? keys))
        {
            keys.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (CompartmentId compartment in _keys.Keys)
        {
            Forget(compartment);
        }
    }
}
