using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Sealing;

/// <summary>
/// What the unseal key opens: the private half of the root pair, and the key that the keyring's signature is checked
/// with. It exists for seconds; disposing wipes the private half. Bytes: <c>docs/formats/keyring.md</c>.
/// </summary>
public sealed class RootBlock : IDisposable
{
    private const int Length = KeySize.Bytes + VerifyingKey.Length + sizeof(uint);

    private static readonly SealContext Context = new()
    {
        Type = "root-block",
        Table = "keyring",
        Column = "root-block",
    };

    private RootBlock(AgeIdentity root, VerifyingKey auditKey, uint generation)
    {
        Root = root;
        AuditKey = auditKey;
        Generation = generation;
    }

    /// <summary>The root pair, which opens the entries of the keyring.</summary>
    public AgeIdentity Root { get; }

    /// <summary>Whose signature the keyring must have.</summary>
    public VerifyingKey AuditKey { get; }

    /// <summary>Which of the successive root pairs it is, 1 or more.</summary>
    public uint Generation { get; }

    /// <summary>Seals a root block under the unseal key.</summary>
    /// <returns>205 bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The generation is 0.</exception>
    public static byte[] Seal(SealingKey unsealKey, AgeIdentity root, VerifyingKey auditKey, uint generation)
    {
        ArgumentNullException.ThrowIfNull(unsealKey);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(auditKey);
        ArgumentOutOfRangeException.ThrowIfZero(generation);
        using SecretBytes secret = root.CopySecret();
        using SecretBytes content = SecretBytes.Uninitialized(Length, out Span<byte> toFill);
        secret.Reveal().CopyTo(toFill);
        auditKey.ToBytes().CopyTo(toFill[KeySize.Bytes..]);
        BinaryPrimitives.WriteUInt32BigEndian(toFill[(KeySize.Bytes + VerifyingKey.Length)..], generation);
        return unsealKey.SealSecret(Context, content);
    }

    /// <summary>Seals a root block under an unseal key that has the root pair's generation.</summary>
    /// <param name="unsealKey">32 bytes; stays the caller's.</param>
    /// <param name="root">The root pair.</param>
    /// <param name="auditKey">Whose signature the keyring must have.</param>
    /// <param name="generation">Of root pair and unseal key, 1 or more.</param>
    public static byte[] Seal(SecretBytes unsealKey, AgeIdentity root, VerifyingKey auditKey, uint generation)
    {
        ArgumentNullException.ThrowIfNull(unsealKey);
        using SealingKey key = SealingKey.TakeFrom(unsealKey.Reveal().ToArray(), generation);
        return Seal(key, root, auditKey, generation);
    }

    /// <summary>Opens a root block with an unseal key of whichever generation it names.</summary>
    /// <param name="unsealKey">32 bytes; stays the caller's.</param>
    /// <param name="untrusted">What <c>Seal</c> returned.</param>
    /// <param name="block">The root block, which the caller disposes of.</param>
    public static bool TryOpen(
        SecretBytes unsealKey, ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out RootBlock? block)
    {
        ArgumentNullException.ThrowIfNull(unsealKey);
        block = null;
        if (unsealKey.Length != KeySize.Bytes || !SealingKey.TryReadGeneration(untrusted, out uint generation))
        {
            return false;
        }

        using SealingKey key = SealingKey.TakeFrom(unsealKey.Reveal().ToArray(), generation);
        return TryOpen(key, untrusted, out block);
    }

    /// <summary>Opens a root block; false when the unseal key is another one or the block was changed.</summary>
    /// <exception cref="ObjectDisposedException">The unseal key is wiped.</exception>
    public static bool TryOpen(
        SealingKey unsealKey, ReadOnlySpan<byte> untrusted, [NotNullWhen(true)] out RootBlock? block)
    {
        ArgumentNullException.ThrowIfNull(unsealKey);
        block = null;
        if (!unsealKey.TryOpenSecret(untrusted, Context, out SecretBytes? content))
        {
            return false;
        }

        using (content)
        {
            if (content.Length != Length)
            {
                return false;
            }

            ReadOnlySpan<byte> bytes = content.Reveal();
            using SecretBytes secret = SecretBytes.Uninitialized(KeySize.Bytes, out Span<byte> toFill);
            bytes[..KeySize.Bytes].CopyTo(toFill);
            uint generation = BinaryPrimitives.ReadUInt32BigEndian(bytes[(KeySize.Bytes + VerifyingKey.Length)..]);
            ReadOnlySpan<byte> auditBytes = bytes.Slice(KeySize.Bytes, VerifyingKey.Length);
            if (generation > 0 && VerifyingKey.TryFromBytes(auditBytes, out VerifyingKey? auditKey))
            {
                block = new RootBlock(AgeIdentity.TakeFrom(toFill), auditKey, generation);
            }

            return block is not null;
        }
    }

    /// <summary>Wipes the private half of the root pair.</summary>
    public void Dispose() => Root.Dispose();
}
