using System.Diagnostics.CodeAnalysis;

namespace Strongroom.Sealing;

/// <summary>What a key in the keyring is for; each key has one use. The text form is its name.</summary>
public sealed record KeyPurpose : IParsable<KeyPurpose>
{
    private readonly string _name;

    private KeyPurpose(string name) => _name = name;

    /// <summary>Wraps the keys of one compartment; the only purpose whose entries name a compartment.</summary>
    public static KeyPurpose Compartment { get; } = new("compartment");

    /// <summary>The seed of the Ed25519 key that signs checkpoints of the log and the keyring.</summary>
    public static KeyPurpose AuditSigning { get; } = new("audit-signing");

    /// <summary>Keys the hash of passwords before Argon2id.</summary>
    public static KeyPurpose PasswordPepper { get; } = new("password-pepper");

    /// <summary>Hashes the tokens of sessions and service accounts.</summary>
    public static KeyPurpose Session { get; } = new("session");

    /// <summary>Hashes customer codes, to route a bare code to its compartment.</summary>
    public static KeyPurpose CodeRoute { get; } = new("code-route");

    /// <summary>Seals backups.</summary>
    public static KeyPurpose Backup { get; } = new("backup");

    /// <summary>Seals the bodies of log entries that concern no customer.</summary>
    public static KeyPurpose AuditBody { get; } = new("audit-body");

    /// <summary>Hashes idempotency keys and seals remembered answers.</summary>
    public static KeyPurpose Idempotency { get; } = new("idempotency");

    /// <summary>Seals the passwords with which the databases of compartments are reached.</summary>
    public static KeyPurpose Database { get; } = new("database");

    // Computed, for static fields are filled in the order of the text.
    private static KeyPurpose[] All =>
        [Compartment, AuditSigning, PasswordPepper, Session, CodeRoute, Backup, AuditBody, Idempotency, Database];

    /// <summary>Whether its keys belong to one compartment each.</summary>
    public bool NamesCompartment => this == Compartment;

    /// <inheritdoc />
    public static KeyPurpose Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out KeyPurpose? purpose)
        ? purpose
        : throw new FormatException("there is no such purpose of a key");

    /// <inheritdoc />
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out KeyPurpose? result)
    {
        result = Array.Find(All, purpose => string.Equals(purpose._name, s, StringComparison.Ordinal));
        return result is not null;
    }

    /// <summary>The name, lower case with dashes.</summary>
    public override string ToString() => _name;
}
