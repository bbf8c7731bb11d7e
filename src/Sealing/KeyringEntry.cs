using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing;

/// <summary>
/// One key of the keyring, sealed to the root recipient in an age file whose content names purpose, compartment and
/// generation again, so that it opens at no other place. Bytes: <c>docs/formats/keyring.md</c>.
/// </summary>
public sealed class KeyringEntry
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly byte[] _sealedKey;

    private KeyringEntry(
        KeyPurpose purpose, CompartmentId? compartment, uint generation, DateTimeOffset created, byte[] sealedKey)
    {
        Purpose = purpose;
        Compartment = compartment;
        Generation = generation;
        Created = created;
        _sealedKey = sealedKey;
    }

    /// <summary>What the key is for.</summary>
    public KeyPurpose Purpose { get; }

    /// <summary>Whose key it is, where the purpose names a compartment; otherwise null.</summary>
    public CompartmentId? Compartment { get; }

    /// <summary>Which of the successive keys it is, 1 or more.</summary>
    public uint Generation { get; }

    /// <summary>When it was made, UTC, whole seconds.</summary>
    public DateTimeOffset Created { get; }

    private static ReadOnlySpan<byte> PlaceLabel => "keyring/v1"u8;

    internal ReadOnlySpan<byte> SealedKey => _sealedKey;

    internal string CreatedText => Created.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>Seals a key to the root recipient.</summary>
    /// <param name="root">The recipient of the keyring that the entry is for.</param>
    /// <param name="purpose">What the key is for.</param>
    /// <param name="compartment">The compartment, exactly where the purpose names one.</param>
    /// <param name="generation">1 or more.</param>
    /// <param name="key">32 bytes; stays the caller's.</param>
    /// <param name="created">Now; cut to whole seconds.</param>
    /// <exception cref="ArgumentException">One of these is not kept.</exception>
    public static KeyringEntry Seal(
        AgeRecipient root,
        KeyPurpose purpose,
        CompartmentId? compartment,
        uint generation,
        SecretBytes key,
        DateTimeOffset created)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfZero(generation);
        if (key.Length != KeySize.Bytes)
        {
            throw new ArgumentException($"a key has {KeySize.Bytes} bytes", nameof(key));
        }

        if (purpose.NamesCompartment != compartment is not null)
        {
            throw new ArgumentException("a compartment is named for its keys and no others", nameof(compartment));
        }

        byte[] place = Place(purpose, compartment, generation);
        using SecretBytes content = SecretBytes.Uninitialized(place.Length + key.Length, out Span<byte> toFill);
        place.CopyTo(toFill);
        key.Reveal().CopyTo(toFill[place.Length..]);
        key.ThrowIfWipedMeanwhile();
        DateTimeOffset seconds = DateTimeOffset.FromUnixTimeSeconds(created.ToUnixTimeSeconds());
        return new(purpose, compartment, generation, seconds, AgeFile.Seal(content.Reveal(), root));
    }

    /// <summary>
    /// Opens the key; false when it was sealed to another root, changed, or made for another place in the keyring.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The identity is wiped.</exception>
    public bool TryOpen(AgeIdentity root, [NotNullWhen(true)] out SecretBytes? key)
    {
        key = null;
        if (!AgeFile.TryOpen(_sealedKey, root, out SecretBytes? content))
        {
            return false;
        }

        using (content)
        {
            byte[] place = Place(Purpose, Compartment, Generation);
            if (content.Length == place.Length + KeySize.Bytes && content.Reveal().StartsWith(place))
            {
                key = SecretBytes.Uninitialized(KeySize.Bytes, out Span<byte> toFill);
                content.Reveal()[place.Length..].CopyTo(toFill);
            }

            return key is not null;
        }
    }

    /// <summary>The same key, sealed to another root; false where it does not open.</summary>
    internal bool TryRenew(AgeIdentity former, AgeRecipient next, [NotNullWhen(true)] out KeyringEntry? renewed)
    {
        renewed = null;
        if (TryOpen(former, out SecretBytes? key))
        {
            using (key)
            {
                renewed = Seal(next, Purpose, Compartment, Generation, key, Created);
            }
        }

        return renewed is not null;
    }

    /// <summary>Reads an entry's parts from a file; false when one is malformed.</summary>
    internal static bool TryRead(KeyringFileEntry untrusted, [NotNullWhen(true)] out KeyringEntry? entry)
    {
        entry = null;
        CompartmentId? compartment = null;
        bool isPlaced = KeyPurpose.TryParse(untrusted.Purpose, null, out KeyPurpose? purpose)
            && purpose.NamesCompartment == untrusted.Compartment is not null
            && (untrusted.Compartment is null || CompartmentId.TryParse(untrusted.Compartment, null, out compartment))
            && untrusted.Generation > 0;
        if (isPlaced && DateTimeOffset.TryParseExact(
            untrusted.Created,
            InstantFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset created))
        {
            entry = new(purpose!, compartment, untrusted.Generation, created, untrusted.SealedKey);
        }

        return entry is not null;
    }

    /// <summary>Whether both stand at the same place: a keyring has one key a place.</summary>
    internal bool IsAt(KeyPurpose purpose, CompartmentId? compartment, uint generation) =>
        Purpose == purpose && Compartment == compartment && Generation == generation;

    // "keyring/v1" ‖ u32 length of the purpose ‖ purpose ‖ compartment or 16 zero bytes ‖ u32 generation
    private static byte[] Place(KeyPurpose purpose, CompartmentId? compartment, uint generation)
    {
        byte[] name = Encoding.ASCII.GetBytes(purpose.ToString());
        byte[] place = new byte[PlaceLabel.Length + sizeof(uint) + name.Length + IIdentifier.Size + sizeof(uint)];
        Span<byte> rest = place;
        PlaceLabel.CopyTo(rest);
        rest = rest[PlaceLabel.Length..];
        BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)name.Length);
        name.CopyTo(rest[sizeof(uint)..]);
        rest = rest[(sizeof(uint) + name.Length)..];
        compartment?.CopyTo(rest);
        BinaryPrimitives.WriteUInt32BigEndian(rest[IIdentifier.Size..], generation);
        return place;
    }
}
