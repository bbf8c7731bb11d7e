using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Hands out the installation's keys while it is open, and refuses with <c>not-ready</c> while it is sealed.
/// </summary>
internal sealed class InstallationKeys : IDisposable
{
    private OpenKeys? _open;

    public bool IsOpen => Volatile.Read(ref _open) is not null;

    public SigningKey AuditSigning => Open.AuditSigning;

    public SealingKey AuditBody => Open.AuditBody;

    public KeyedHash Pepper => Open.Pepper;

    public KeyedHash Session => Open.Session;

    public KeyedHash CodeRoute => Open.CodeRoute;

    /// <exception cref="RefusedException">The installation is sealed, or has no such key.</exception>
    public SealingKey Database => Open.Database ?? throw new RefusedException(KeyRefusals.KeyringNotOurs);

    private OpenKeys Open => Volatile.Read(ref _open) ?? throw new RefusedException(KeyRefusals.Sealed);

    /// <summary>Takes the keys over; whoever opened them does not dispose of them.</summary>
    public void Take(OpenKeys keys)
    {
        if (Interlocked.CompareExchange(ref _open, keys, null) is not null)
        {
            throw new InvalidOperationException("the installation is open already");
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _open, null)?.Dispose();
}
