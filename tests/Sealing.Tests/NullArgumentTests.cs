namespace Strongroom.Sealing.Tests;

/// <summary>A null is our own fault, and is named as such at the door.</summary>
public sealed class NullArgumentTests : IDisposable
{
    private readonly SealingKey _key = SealingKey.New(1);
    private readonly AgeIdentity _identity = AgeIdentity.New();
    private readonly SigningKey _signing = SigningKey.New();
    private readonly SecretBytes _secret = SecretBytes.Random(32);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _identity.Dispose();
        _signing.Dispose();
        _secret.Dispose();
    }

    [Fact]
    public void Seals_name_what_they_were_not_given()
    {
        Names("context", () => _key.Seal(null!, []));
        Names("context", () => _key.TryOpen([], null!, out _));
        Names("inner", () => _key.SealKey(Contexts.Field, null!));
        Names("secret", () => _key.SealSecret(Contexts.Field, null!));
    }

    [Fact]
    public async Task Files_name_what_they_were_not_given()
    {
        Stream some = new MemoryStream();

        await NamesAsync("plain", () => SealedFile.SealAsync(null!, some, _key, Contexts.Field, Cancellation));
        await NamesAsync("destination", () => SealedFile.SealAsync(some, null!, _key, Contexts.Field, Cancellation));
        await NamesAsync("key", () => SealedFile.SealAsync(some, some, null!, Contexts.Field, Cancellation));
        await NamesAsync("untrusted", () => SealedFile.TryOpenAsync(null!, _key, Contexts.Field, Cancellation));
        await NamesAsync("key", () => SealedFile.TryOpenAsync(some, null!, Contexts.Field, Cancellation));
    }

    [Fact]
    public async Task Age_files_name_what_they_were_not_given()
    {
        Stream some = new MemoryStream();

        Names("recipient", () => AgeFile.Seal([], null!));
        Names("identity", () => AgeFile.TryOpen([], null!, out _));
        await NamesAsync("plain", () => AgeFile.SealAsync(null!, some, _identity.Recipient, Cancellation));
        await NamesAsync("destination", () => AgeFile.SealAsync(some, null!, _identity.Recipient, Cancellation));
        await NamesAsync("recipient", () => AgeFile.SealAsync(some, some, null!, Cancellation));
        await NamesAsync("untrusted", () => AgeFile.TryOpenAsync(null!, _identity, Cancellation));
        await NamesAsync("identity", () => AgeFile.TryOpenAsync(some, null!, Cancellation));
    }

    [Fact]
    public void Root_block_and_keyring_name_what_they_were_not_given()
    {
        VerifyingKey audit = _signing.Public;

        Names("unsealKey", () => RootBlock.Seal((SealingKey)null!, _identity, audit, 1));
        Names("unsealKey", () => RootBlock.Seal((SecretBytes)null!, _identity, audit, 1));
        Names("root", () => RootBlock.Seal(_key, null!, audit, 1));
        Names("auditKey", () => RootBlock.Seal(_key, _identity, null!, 1));
        Names("unsealKey", () => RootBlock.TryOpen((SealingKey)null!, [], out _));
        Names("unsealKey", () => RootBlock.TryOpen((SecretBytes)null!, [], out _));
        Names("root", () => Keyring.New(null!, []));
        Names("auditKey", () => Keyring.New(_identity.Recipient, []).ToBytes(null!));
        Names("auditKey", () => Keyring.TryRead([], null!, out _));
        Names("purpose", () => KeyringEntry.Seal(_identity.Recipient, null!, null, 1, _secret, default));
        Names("key", () => KeyringEntry.Seal(_identity.Recipient, KeyPurpose.Session, null, 1, null!, default));
        Names("key", () => RecoverySheet.Write(null!));
        Names("untrustedLines", () => RecoverySheet.TryRead(null!, out _));
    }

    private static void Names(string parameter, Func<object> call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(() => _ = call()).ParamName);

    private static async Task NamesAsync(string parameter, Func<Task> call) =>
        Assert.Equal(parameter, (await Assert.ThrowsAsync<ArgumentNullException>(call)).ParamName);
}
