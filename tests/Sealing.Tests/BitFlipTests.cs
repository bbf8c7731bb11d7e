using System.Security.Cryptography;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

/// <summary>
/// Whichever single bit of what we sealed is flipped, it is refused. The set has 64 KiB in all and a file of two chunks
/// besides. With STRONGROOM_LONG=1 in the environment every bit is tried, which takes minutes; otherwise a random
/// sample.
/// </summary>
public sealed class BitFlipTests : IDisposable
{
    private const int SampleBits = 2000;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("STRONGROOM_LONG") is "1";

    private readonly SealingKey _key = SealingKey.New(2);
    private readonly AgeIdentity _identity = AgeIdentity.New();
    private readonly SigningKey _auditKey = SigningKey.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _identity.Dispose();
        _auditKey.Dispose();
    }

    [Fact]
    public Task No_sealed_value_of_any_bucket_opens_with_a_bit_flipped()
    {
        int[] lengths = [0, 12, 13, 28, 60, 124, 252, 508, 1020, 2044, 3068, 5116, 8188];
        return RefusesEveryFlipAsync(
            [.. lengths.Select(length => _key.Seal(Contexts.Field, RandomNumberGenerator.GetBytes(length)))],
            value => Task.FromResult(_key.TryOpen(value, Contexts.Field, out _)));
    }

    [Fact]
    public async Task No_sealed_file_is_read_to_its_end_with_a_bit_flipped()
    {
        byte[][] files =
        [
            await SealFileAsync(0), await SealFileAsync(1), await SealFileAsync(1000), await SealFileAsync(24_400),
        ];

        await RefusesEveryFlipAsync(files, IsReadAsync);
    }

    [Fact]
    public async Task No_sealed_file_of_two_chunks_is_read_to_its_end_with_a_bit_flipped() =>
        await RefusesEveryFlipAsync([await SealFileAsync(ChunkCipher.ChunkLength + 1)], IsReadAsync);

    [Fact]
    public Task No_age_file_opens_with_a_bit_flipped()
    {
        int[] lengths = [0, 1, 1000, 4000];
        return RefusesEveryFlipAsync(
            [.. lengths.Select(length => AgeFile.Seal(RandomNumberGenerator.GetBytes(length), _identity.Recipient))],
            file => Task.FromResult(AgeFile.TryOpen(file, _identity, out _)));
    }

    [Fact]
    public Task No_keyring_opens_with_a_bit_flipped()
    {
        Keyring keyring = Keyring.New(_identity.Recipient, Block());
        for (uint generation = 1; generation <= 10; generation++)
        {
            keyring = keyring.With(
                Entry(KeyPurpose.Session, null, generation),
                Entry(KeyPurpose.Compartment, Contexts.Field.Compartment as CompartmentId, generation));
        }

        return RefusesEveryFlipAsync(
            [keyring.ToBytes(_auditKey), Keyring.New(_identity.Recipient, Block()).ToBytes(_auditKey)],
            file => Task.FromResult(Keyring.TryOpen(file, _key, out _, out _)));
    }

    [Fact]
    public Task No_root_block_opens_with_a_bit_flipped() =>
        RefusesEveryFlipAsync([Block()], block => Task.FromResult(RootBlock.TryOpen(_key, block, out _)));

    private static async Task RefusesEveryFlipAsync(byte[][] all, Func<byte[], Task<bool>> opensAsync)
    {
        int count = 0;
        foreach (byte[] bytes in all)
        {
            int[] bits = Bits(bytes, all.Length);
            foreach (int bit in bits)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(await opensAsync(bytes), $"bit {bit} of {bytes.Length} bytes flipped");
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                count++;
            }

            Assert.True(await opensAsync(bytes));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} flips of {all.Sum(bytes => bytes.Length)} bytes");
    }

    private static int[] Bits(byte[] bytes, int files)
    {
        int count = bytes.Length * 8;
        return IsLong || count <= SampleBits / files
            ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, SampleBits / files).Select(_ => RandomNumberGenerator.GetInt32(count))];
    }

    private async Task<byte[]> SealFileAsync(int length)
    {
        using MemoryStream file = new();
        using MemoryStream plain = new(RandomNumberGenerator.GetBytes(length));
        await SealedFile.SealAsync(plain, file, _key, Contexts.Field, Cancellation);
        return file.ToArray();
    }

    private async Task<bool> IsReadAsync(byte[] file)
    {
        using SealedFileReader? reader =
            await SealedFile.TryOpenAsync(new MemoryStream(file), _key, Contexts.Field, Cancellation);
        if (reader is null)
        {
            return false;
        }

        try
        {
            await reader.CopyToAsync(Stream.Null, Cancellation);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private byte[] Block() => RootBlock.Seal(_key, _identity, _auditKey.Public, 1);

    private KeyringEntry Entry(KeyPurpose purpose, CompartmentId? compartment, uint generation)
    {
        using SecretBytes key = SecretBytes.Random(32);
        return KeyringEntry.Seal(
            _identity.Recipient, purpose, compartment, generation, key, DateTimeOffset.UnixEpoch);
    }
}
