using System.Security.Cryptography;

namespace Strongroom.Sealing.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public void One_key_seals_and_opens_on_several_threads_at_once()
    {
        using SealingKey key = SealingKey.New(1);

        Parallel.For(0, 2000, i =>
        {
            byte[] plaintext = BitConverter.GetBytes(i);
            Assert.True(key.TryOpen(key.Seal(Contexts.Field, plaintext), Contexts.Field, out byte[]? opened));
            Assert.Equal(plaintext, opened);
        });
    }

    [Fact]
    public async Task A_key_wiped_while_it_is_in_use_never_seals_under_zeros()
    {
        using SealingKey zeros = SealingKey.TakeFrom(new byte[32], 1);
        for (int round = 0; round < 200; round++)
        {
            SealingKey key = SealingKey.New(1);
            byte[]? last = await LastBeforeTheWipeAsync(key, () => key.Seal(Contexts.Field, "Ada Example"u8));

            Assert.False(zeros.TryOpen(last, Contexts.Field, out _));
        }
    }

    [Fact]
    public async Task A_key_wiped_while_it_is_in_use_makes_no_tag_and_no_hash_under_zeros()
    {
        using BlindIndexKey zeroIndex = BlindIndexKey.TakeFrom(new byte[32]);
        using KeyedHash zeroHash = KeyedHash.TakeFrom(new byte[32]);
        byte[] tag = zeroIndex.Tag("ada example"u8, BlindIndexKey.MostBits);
        byte[] hash = zeroHash.Hash("code", "ada example"u8);
        for (int round = 0; round < 50; round++)
        {
            BlindIndexKey index = BlindIndexKey.New();
            KeyedHash keyed = KeyedHash.New();

            Assert.NotEqual(tag, await LastBeforeTheWipeAsync(
                index, () => index.Tag("ada example"u8, BlindIndexKey.MostBits)));
            Assert.NotEqual(hash, await LastBeforeTheWipeAsync(keyed, () => keyed.Hash("code", "ada example"u8)));
        }
    }

    [Fact]
    public async Task A_secret_wiped_while_it_is_copied_or_sealed_is_whole_or_not_there()
    {
        const int Length = 1024 * 1024; // long enough to be caught in the middle
        using SealingKey key = SealingKey.New(1);
        byte[] whole = RandomNumberGenerator.GetBytes(Length);
        for (int round = 0; round < 50; round++)
        {
            SecretBytes copied = SecretBytes.TakeFrom([.. whole]);
            SecretBytes toSeal = SecretBytes.TakeFrom([.. whole]);
            byte[]? copy = await LastBeforeTheWipeAsync(copied, () => Copied(copied));
            byte[]? sealedValue = await LastBeforeTheWipeAsync(toSeal, () => key.SealSecret(Contexts.Field, toSeal));

            Assert.True(copy is null || whole.AsSpan().SequenceEqual(copy));
            Assert.True(sealedValue is null
                || (key.TryOpen(sealedValue, Contexts.Field, out byte[]? opened)
                    && whole.AsSpan().SequenceEqual(opened)));
        }
    }

    private static byte[] Copied(SecretBytes secret)
    {
        using SecretBytes copy = secret.Copy();
        return copy.Reveal().ToArray();
    }

    private static async Task<byte[]?> LastBeforeTheWipeAsync(IDisposable key, Func<byte[]> use)
    {
        Task<byte[]?> inUse = Task.Run(() => LastBeforeTheWipe(use), TestContext.Current.CancellationToken);
        await Task.Yield();
        key.Dispose();
        return await inUse;
    }

    private static byte[]? LastBeforeTheWipe(Func<byte[]> use)
    {
        byte[]? last = null;
        try
        {
            while (true)
            {
                last = use();
            }
        }
        catch (ObjectDisposedException)
        {
            return last;
        }
    }
}
