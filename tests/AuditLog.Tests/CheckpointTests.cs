using System.Text;
using Strongroom.Sealing;

namespace Strongroom.AuditLog.Tests;

public sealed class CheckpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_published_example_of_a_signed_note_verifies_under_its_key()
    {
        const string Note =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        VerifyingKey key = VerifyingKey.FromBytes(
            Convert.FromBase64String("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").AsSpan(1));

        Assert.True(SignedNote.TryRead(Note, out SignedNote? note));
        Assert.True(note.IsSignedBy("PeterNeumann", key));
        Assert.False(note.IsSignedBy("EnochRoot", key));
        Assert.Equal(Note, note.ToString());
    }

    [Fact]
    public void Any_flipped_bit_of_a_checkpoint_is_refused()
    {
        using LogOnDisk log = new();
        byte[] note = Checkpoint.Sign(LogOnDisk.Origin, 118, TreeHash.OfLeaf("x"u8), log.Key).ToBytes();
        Assert.True(Checkpoint.TryRead(note, log.Key.Public, out Checkpoint? read));
        Assert.Equal(note, read.ToBytes());
        for (int bit = 0; bit < note.Length * 8; bit++)
        {
            note[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Checkpoint.TryRead(note, log.Key.Public, out _));
            note[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData("o\n01\n{0}\n")]
    [InlineData("o\n-1\n{0}\n")]
    [InlineData("o\n+1\n{0}\n")]
    [InlineData("o\n 1\n{0}\n")]
    [InlineData("o\n9223372036854775808\n{0}\n")]
    [InlineData("o\n1\n{0}\nextension\n")]
    [InlineData("o o\n1\n{0}\n")]
    [InlineData("\n1\n{0}\n")]
    [InlineData("o\n1\nAAAA\n")]
    public void Text_of_another_form_is_refused_although_it_is_signed(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        using LogOnDisk log = new();
        string text = form.Replace("{0}", TreeHash.OfNothing.ToString(), StringComparison.Ordinal);
        string note = SignedNote.Sign(text, "o", log.Key).ToString();

        Assert.False(Checkpoint.TryRead(Encoding.UTF8.GetBytes(note), log.Key.Public, out _));
    }

    [Fact]
    public void Lines_of_witnesses_are_passed_over_and_kept()
    {
        using LogOnDisk log = new();
        using SigningKey witness = SigningKey.New();
        string note = Checkpoint.Sign(LogOnDisk.Origin, 118, TreeHash.OfLeaf("x"u8), log.Key).ToString();
        string cosigned = note + SignedNote.Sign("other text\n", "witness.example", witness).ToString().Split(
            "\n\n")[1];

        Assert.True(Checkpoint.TryRead(Encoding.UTF8.GetBytes(cosigned), log.Key.Public, out Checkpoint? read));
        Assert.Equal(cosigned, read.ToString());
        Assert.False(Checkpoint.TryRead(Encoding.UTF8.GetBytes(cosigned), witness.Public, out _));
    }

    [Fact]
    public async Task A_receipt_stands_alone_and_any_other_bit_of_it_is_refused()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();
        await LogOnDisk.AppendAsync(journal, 261);
        foreach (long sequence in (long[])[0, 255, 256, 260])
        {
            string text = (await journal.ProveAsync(sequence, Cancellation)).ToString();
            Assert.True(AuditReceipt.TryRead(text, log.Key.Public, out AuditReceipt? read));
            Assert.Equal((sequence, text), (read.Entry.Sequence, read.ToString()));
            Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra ", text, StringComparison.Ordinal);
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(AuditReceipt.TryRead(Encoding.UTF8.GetString(bytes), log.Key.Public, out _));
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public async Task Every_entry_is_proved_and_every_earlier_checkpoint_is_consistent_while_the_log_grows()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();
        List<Checkpoint> kept = [];
        foreach (int more in (int[])[1, 2, 60, 193, 1, 1, 255, 400])
        {
            await LogOnDisk.AppendAsync(journal, more);
            kept.Add(await journal.CheckpointAsync(Cancellation));
        }

        Checkpoint newest = kept[^1];
        foreach (Checkpoint earlier in kept)
        {
            IReadOnlyList<TreeHash> path = await journal.ProveConsistencyAsync(earlier.Size, newest, Cancellation);
            Assert.True(MerkleProof.VerifiesConsistency(earlier.Size, newest.Size, path, earlier.Root, newest.Root));
        }

        for (long sequence = 0; sequence < journal.Size; sequence += 7)
        {
            AuditReceipt receipt = await journal.ProveAsync(sequence, Cancellation);
            Assert.Same(newest, receipt.Checkpoint);
        }

        Assert.Same(newest, await journal.CheckpointAsync(Cancellation));
        Assert.Empty(log.Verify(kept[3]).Faults);
    }
}
