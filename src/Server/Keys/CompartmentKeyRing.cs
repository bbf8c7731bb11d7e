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
    private readonly ConcurrentDictionary<CompartmentId, SealingKey> _keys = new();

    public bool Holds(CompartmentId compartment) => _keys.ContainsKey(compartment);

    public void Take(CompartmentId compartment, SealingKey key)
    {
        if (!_keys.TryAdd(compartment, key))
        {
            // Opened twice at once: one copy is enough.
            key.Dispose();
        }
    }

    /// <summary>A copy that whoever loads the compartment owns and wipes.</summary>
    /// <exception cref="RefusedException">The compartment is closed.</exception>
    public SealingKey Copy(CompartmentId compartment)
    {
        if (!_keys.TryGetValue(compartment, out SealingKey? key))
        {
            throw new RefusedException(KeyRefusals.CompartmentKeyAway);
        }

        using SecretBytes secret = key.CopySecret();
        byte[] bytes = secret.Reveal().ToArray();
        return SealingKey.TakeFrom(bytes, key.Generation);
    }

    public void Forget(CompartmentId compartment)
    {
        if (_keys.TryRemove(compartment, out SealingKey? key))
        {
            key.Dispose();
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
