using Strongroom.Sealing;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>Seals the passwords of a pair under the installation's key for them, each bound to its place.</summary>
internal sealed class PairSeal(InstallationKeys keys)
{
    public const string Keys = "keys_password";
    public const string Records = "records_password";

    public bool IsOpen => keys.IsOpen;

    public byte[] Seal(RecordId pair, string column, SecretBytes password) =>
        keys.Database.SealSecret(Context(pair, column), password);

    /// <exception cref="RefusedException">It was changed, or is another's.</exception>
    public SecretBytes Open(RecordId pair, string column, byte[] untrustedSealed) =>
        keys.Database.TryOpenSecret(untrustedSealed, Context(pair, column), out SecretBytes? password)
            ? password
            : throw new RefusedException(StorageRefusals.StoreDamaged);

    private static SealContext Context(RecordId pair, string column) => new()
    {
        Type = "password",
        Table = "database_pair",
        Column = column,
        Record = pair,
    };
}
