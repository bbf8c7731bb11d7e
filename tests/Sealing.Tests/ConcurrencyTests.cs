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
            Task<byte[]?> sealing = Task.Run(() => LastSealedBeforeTheWipe(key), TestContext.Current.CancellationToken);
            await Task.Yield();
            key.Dispose();

            Assert.False(zeros.TryOpen(await sealing, Contexts.Field, out _));
        }
    }

    private static byte[]? LastSealedBeforeTheWipe(SealingKey key)
    {
        byte[]? last = null;
        try
        {
            while (true)
            {
                last = key.Seal(Contexts.Field, "Ada Example"u8);
            }
        }
        catch (ObjectDisposedException)
        {
            return last;
        }
    }
}
