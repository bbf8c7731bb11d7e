using CsCheck;
using Strongroom.Sealing;

namespace Strongroom.AuditLog.Tests;

public sealed class VerifierTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public async Task A_log_as_it_was_written_has_no_fault(int entries)
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(entries);

        VerificationReport report = log.Verify();

        Assert.Empty(report.Faults);
        Assert.True(report.SignatureIsValid);
        Assert.Equal(
            (entries, entries, 0, 0), (report.Entries, report.CheckpointSize, report.Gaps, report.UnfinishedBytes));
        Assert.Equal(LogOnDisk.Origin, report.Origin);
        Assert.Equal(entries == 0 ? null : log.Clock.Now, report.First);
    }

    [Fact]
    public async Task A_log_that_is_being_written_is_verified_as_far_as_it_goes()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();
        await LogOnDisk.AppendAsync(journal, 300);
        await journal.CheckpointAsync(Cancellation);
        await LogOnDisk.AppendAsync(journal, 5);

        VerificationReport report = log.Verify();

        Assert.Empty(report.Faults);
        Assert.Equal((305, 300), (report.Entries, report.CheckpointSize));
    }

    [Fact]
    public async Task A_clock_set_back_is_told_and_is_no_fault()
    {
        using LogOnDisk log = new();
        await using (AuditJournal journal = await log.OpenAsync())
        {
            await LogOnDisk.AppendAsync(journal, 2);
            log.Clock.Now -= TimeSpan.FromHours(1);
            await LogOnDisk.AppendAsync(journal, 2);
        }

        Assert.True(log.Verify().IsWhole);
        Assert.Equal(1, log.Verify().ClockStepsBack);
    }

    [Theory]
    [InlineData("journal", 3, 1)]
    [InlineData("checkpoint", 3, 1)]
    [InlineData("tile/0/001.p/4", 260, 1)]
    [InlineData("tile/1/000.p/1", 260, 1)]
    [InlineData("tile/0/000", 256, 37)]  // every 37th bit: all of them take minutes
    public async Task Any_flipped_bit_is_found(string file, int entries, int step)
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(entries);
        string path = Path.Combine(log.Directory, file);
        byte[] bytes = await File.ReadAllBytesAsync(path, Cancellation);
        for (int bit = 0; bit < bytes.Length * 8; bit += step)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(path, bytes, Cancellation);
            Assert.NotEmpty(log.Verify().Faults);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task An_edit_a_drop_an_insertion_and_a_change_of_order_with_mended_frames_are_found()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(40);
        TakenApart whole = TakenApart.Read(log.Journal);

        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 38], Gen.Int[25, 180], Gen.Bool, Gen.Byte[1, 255]).Sample(
            (attack, at, place, renumbered, change) =>
        {
            using LogOnDisk attacked = new();
            File.Copy(log.Checkpoint, attacked.Checkpoint);
            TakenApart journal = TakenApart.Read(log.Journal);
            // Past the number, which is mended.
            Attack(journal.Records, attack, at, place, change);
            for (int record = 0; record < journal.Records.Count; record++)
            {
                Mend(journal.Records[record], renumbered ? record : null);
            }

            journal.Write(attacked.Journal);
            Assert.NotEmpty(attacked.Verify().Faults);
        }, iter: 300);
        Assert.Equal(40, whole.Records.Count);
    }

    [Fact]
    public async Task A_dropped_entry_is_a_gap()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(10);
        TakenApart journal = TakenApart.Read(log.Journal);
        journal.Records.RemoveRange(4, 2);
        journal.Write(log.Journal);

        Assert.Equal(2, log.Verify().Gaps);
    }

    [Fact]
    public async Task A_log_put_back_or_signed_anew_is_found_with_a_checkpoint_that_was_kept()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(10);
        using LogOnDisk old = log.Copy();
        using LogOnDisk forged = await new LogOnDisk().WithEntriesAsync(30);
        await using (AuditJournal journal = await log.OpenAsync())
        {
            await LogOnDisk.AppendAsync(journal, 10);
        }

        Assert.True(Checkpoint.TryRead(
            await File.ReadAllBytesAsync(log.Checkpoint, Cancellation), log.Key.Public, out Checkpoint? kept));

        Assert.Empty(log.Verify(kept).Faults);
        Assert.Empty(old.Verify().Faults);
        Assert.NotEmpty(old.Verify(kept).Faults);
        Assert.Empty(forged.Verify().Faults);
        Assert.NotEmpty(forged.Verify(kept).Faults);
    }

    [Fact]
    public async Task Another_key_and_missing_files_are_found()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(300);
        using SigningKey other = SigningKey.New();
        Assert.Single(AuditVerifier.Verify(log.Directory, other.Public, null, Cancellation).Faults);

        VerificationReport unsigned = AuditVerifier.Verify(log.Directory, null, null, Cancellation);
        Assert.True(unsigned.IsWhole);
        Assert.False(unsigned.SignatureIsValid);

        foreach (string file in (string[])["journal", "checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"])
        {
            using LogOnDisk without = log.Copy();
            File.Delete(Path.Combine(without.Directory, file));
            Assert.Single(without.Verify().Faults);
        }
    }

    private static void Attack(List<byte[]> records, int attack, int at, int place, byte change)
    {
        switch (attack)
        {
            case 0:
                records[at][place] ^= change; // anywhere in leaf or sealed body
                break;
            case 1:
                records.RemoveAt(at);
                break;
            case 2:
                records.Insert(at, [.. records[at + 1]]);
                break;
            default:
                (records[at], records[at + 1]) = (records[at + 1], records[at]);
                break;
        }
    }

    private static void Mend(byte[] record, int? sequence)
    {
        if (sequence is { } number)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(record.AsSpan(RecordFrame.Size + 1), number);
        }

        RecordFrame.Write(record, record.AsSpan(RecordFrame.Size), 0);
    }
}
