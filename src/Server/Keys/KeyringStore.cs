using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// The keyring file: read whole and checked at opening, replaced whole at each change, signed each time.
/// </summary>
internal sealed class KeyringStore(DataFolder data, InstallationKeys keys, TimeProvider time) : IDisposable
{
    private const uint FirstGeneration = 1;
    private readonly SemaphoreSlim _change = new(1, 1);
    private Keyring? _keyring;

    /// <summary>Whether there is a keyring: whether the installation has been claimed.</summary>
    public bool Exists => File.Exists(data.KeyringFile);

    /// <exception cref="RefusedException">The installation is sealed.</exception>
    public long Revision => Current.Revision;

    private Keyring Current => _keyring ?? throw new RefusedException(KeyRefusals.Sealed);

    public byte[] ReadFile() => File.ReadAllBytes(data.KeyringFile);

    /// <summary>Takes over a keyring that has been opened and checked.</summary>
    public void Take(Keyring keyring) => _keyring = keyring;

    /// <summary>Writes the first keyring of the installation.</summary>
    public void WriteFirst(Keyring keyring, SigningKey auditKey)
    {
        DurableFile.Replace(data.KeyringFile, keyring.ToBytes(auditKey));
        _keyring = keyring;
    }

    /// <summary>
    /// Draws a compartment's key and adds it, sealed to the root's public half; durable when it returns. The caller
    /// owns the key.
    /// </summary>
    public async Task<SealingKey> AddCompartmentAsync(CompartmentId compartment, CancellationToken cancellation)
    {
        await _change.WaitAsync(cancellation);
        try
        {
            using var secret = SecretBytes.Random(32);
            Keyring next = Current.With(KeyringEntry.Seal(
                Current.Root, KeyPurpose.Compartment, compartment, FirstGeneration, secret, time.GetUtcNow()));
            DurableFile.Replace(data.KeyringFile, next.ToBytes(keys.AuditSigning));
            _keyring = next;
            return SealingKey.TakeFrom(secret.Reveal().ToArray(), FirstGeneration);
        }
        finally
        {
            _change.Release();
        }
    }

    public void Dispose() => _change.Dispose();
}
