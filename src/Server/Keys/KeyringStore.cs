using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// The keyring file: read whole and checked at opening, replaced whole at each change, signed each time.
/// </summary>
internal sealed class KeyringStore(DataFolder data, InstallationKeys keys, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _change = new(1, 1);
    private Keyring? _keyring;

    /// <summary>Whether there is a keyring: whether the installation has been claimed.</summary>
    public bool Exists => File.Exists(data.KeyringFile);

    /// <exception cref="RefusedException">The installation is sealed.</exception>
    public long Revision => Current.Revision;

    private Keyring Current => _keyring ?? throw new RefusedException(KeyRefusals.Sealed);

    /// <summary>The shares of the unseal key, or null where it is not split.</summary>
    public ShareRecord? Shares => Current.Shares;

    /// <summary>Every key that there is, with purpose, compartment, generation and age; none of them opened.</summary>
    public IReadOnlyList<KeyringEntry> Entries => Current.Entries;

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
    public async Task<SealingKey> AddCompartmentAsync(CompartmentId compartment, CancellationToken cancellation) =>
        (await AddGenerationsAsync([compartment], cancellation))[0];

    /// <summary>
    /// Draws the next key of each compartment and adds it beside the present one, in one revision; durable when it
    /// returns. The caller owns the keys, which are in the order of the compartments.
    /// </summary>
    public async Task<IReadOnlyList<SealingKey>> AddGenerationsAsync(
        IReadOnlyList<CompartmentId> compartments, CancellationToken cancellation)
    {
        var made = new List<SealingKey>(compartments.Count);
        try
        {
            await ChangeAsync(
                keyring => keyring.With([.. compartments.Select(compartment => Draw(keyring, compartment, made))]),
                cancellation);
            return made;
        }
        catch
        {
            made.ForEach(key => key.Dispose());
            throw;
        }
    }

    /// <summary>
    /// Takes keys of compartments out that are older than the one named for each, in one revision: from then on no file
    /// of ours holds them. Those that are out already change nothing.
    /// </summary>
    /// <returns>The revision without them.</returns>
    public async Task<long> RetireAsync(
        IReadOnlyList<(CompartmentId Compartment, uint Before)> keys, CancellationToken cancellation)
    {
        var limits = keys.ToDictionary(key => key.Compartment, key => key.Before);
        bool IsGoing(KeyringEntry entry) => entry.Purpose == KeyPurpose.Compartment
            && limits.TryGetValue(entry.Compartment!, out uint before) && entry.Generation < before;
        if (Current.Entries.Any(IsGoing))
        {
            await ChangeAsync(keyring => keyring.Without(IsGoing), cancellation);
        }

        return Revision;
    }

    /// <summary>The generations of a compartment's key that the keyring holds, lowest first.</summary>
    public IReadOnlyList<uint> GenerationsOf(CompartmentId compartment) =>
        [.. Current.EntriesOf(KeyPurpose.Compartment, compartment).Select(entry => entry.Generation)];

    /// <summary>Replaces the keyring by its renewed form; durable when it returns.</summary>
    public Task RenewAsync(Func<Keyring, Keyring> renew, CancellationToken cancellation) =>
        ChangeAsync(renew, cancellation);

    public void Dispose() => _change.Dispose();

    private KeyringEntry Draw(Keyring keyring, CompartmentId compartment, List<SealingKey> made)
    {
        uint generation = (keyring.FindNewest(KeyPurpose.Compartment, compartment)?.Generation ?? 0) + 1;
        using var secret = SecretBytes.Random(32);
        made.Add(SealingKey.TakeFrom(secret.Reveal().ToArray(), generation));
        return KeyringEntry.Seal(
            keyring.Root, KeyPurpose.Compartment, compartment, generation, secret, time.GetUtcNow());
    }

    private async Task ChangeAsync(Func<Keyring, Keyring> change, CancellationToken cancellation)
    {
        await _change.WaitAsync(cancellation);
        try
        {
            Keyring next = change(Current);
            DurableFile.Replace(data.KeyringFile, next.ToBytes(keys.AuditSigning));
            _keyring = next;
        }
        finally
        {
            _change.Release();
        }
    }
}
