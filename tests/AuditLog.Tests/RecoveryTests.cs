namespace Strongroom.AuditLog.Tests;

public sealed class RecoveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journal_cut_at_any_byte_keeps_every_whole_record_and_goes_on()
    {
        using LogOnDisk crashed = await CrashedAsync(signed: 1, unsigned: 2);
        byte[] whole = await File.ReadAllBytesAsync(crashed.Journal, Cancellation);
        List<byte[]> records = TakenApart.Read(crashed.Journal).Records;
        int signedEnd = whole.Length - records.Skip(1).Sum(record => record.Length);
        for (int length = signedEnd; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(crashed.Journal, whole[..length], Cancellation);
            using LogOnDisk log = crashed.Copy();
            (int kept, int end) = (1, signedEnd);
            while (kept < 3 && end + records[kept].Length <= length)
            {
                end += records[kept++].Length;
            }

            await using (AuditJournal journal = await log.OpenAsync())
            {
                Assert.Equal((kept, length - end), (journal.Size, journal.TornBytes));
                Assert.Equal(kept, await journal.AppendAsync(LogOnDisk.Entry(0), Cancellation));
            }

            Assert.Empty(log.Verify().Faults);
            Assert.Equal(kept + 1, log.Verify().Entries);
        }
    }

    [Fact]
    public async Task A_journal_cut_before_its_checkpoint_does_not_open()
    {
        using LogOnDisk crashed = await CrashedAsync(signed: 2, unsigned: 1);
        byte[] whole = await File.ReadAllBytesAsync(crashed.Journal, Cancellation);
        int signedEnd = whole.Length - TakenApart.Read(crashed.Journal).Records[2].Length;
        for (int length = 0; length < signedEnd; length++)
        {
            await File.WriteAllBytesAsync(crashed.Journal, whole[..length], Cancellation);
            await Assert.ThrowsAsync<AuditDamagedException>(crashed.OpenAsync);
        }
    }

    [Fact]
    public async Task Any_flipped_bit_of_the_journal_keeps_it_shut_also_where_no_checkpoint_covers_it()
    {
        using LogOnDisk crashed = await CrashedAsync(signed: 1, unsigned: 2);
        byte[] bytes = await File.ReadAllBytesAsync(crashed.Journal, Cancellation);
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(crashed.Journal, bytes, Cancellation);
            await Assert.ThrowsAsync<AuditDamagedException>(crashed.OpenAsync);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task Sectors_that_were_never_written_in_the_last_batch_are_a_torn_tail()
    {
        using LogOnDisk crashed = await CrashedAsync(signed: 1, unsigned: 1);
        byte[] bytes = await File.ReadAllBytesAsync(crashed.Journal, Cancellation);
        await File.WriteAllBytesAsync(crashed.Journal, [.. bytes, .. new byte[4096]], Cancellation);

        await using AuditJournal journal = await crashed.OpenAsync();

        Assert.Equal((2, 4096), (journal.Size, journal.TornBytes));
    }

    [Fact]
    public async Task A_zeroed_sector_before_a_later_batch_is_damage()
    {
        using LogOnDisk crashed = await CrashedAsync(signed: 1, unsigned: 8, bodySize: 600);
        byte[] bytes = await File.ReadAllBytesAsync(crashed.Journal, Cancellation);
        bytes.AsSpan(2048, 512).Clear();
        await File.WriteAllBytesAsync(crashed.Journal, bytes, Cancellation);

        await Assert.ThrowsAsync<AuditDamagedException>(crashed.OpenAsync);
    }

    [Fact]
    public async Task Entries_without_a_checkpoint_do_not_open()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(1);
        File.Delete(log.Checkpoint);

        await Assert.ThrowsAsync<AuditDamagedException>(log.OpenAsync);
    }

    [Fact]
    public async Task A_checkpoint_without_its_journal_does_not_open()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(1);
        File.Delete(log.Journal);

        await Assert.ThrowsAsync<AuditDamagedException>(log.OpenAsync);
    }

    [Fact]
    public async Task A_checkpoint_of_another_key_does_not_open_unless_the_key_is_named_as_an_earlier_one()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(3);
        using Sealing.SigningKey next = Sealing.SigningKey.New();
        AuditJournalOptions options = new()
        {
            Directory = log.Directory,
            Origin = LogOnDisk.Origin,
            Key = next,
            Time = log.Clock,
        };

        await Assert.ThrowsAsync<AuditDamagedException>(() => AuditJournal.OpenAsync(options, Cancellation));
        await using AuditJournal journal =
            await AuditJournal.OpenAsync(options with { EarlierKeys = [log.Key.Public] }, Cancellation);

        Assert.Equal(3, journal.Size);
    }

    [Fact]
    public async Task A_log_of_another_name_does_not_open()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(1);
        AuditJournalOptions options = new()
        {
            Directory = log.Directory,
            Origin = "strongroom.example/second",
            Key = log.Key,
            Time = log.Clock,
        };

        await Assert.ThrowsAsync<AuditDamagedException>(() => AuditJournal.OpenAsync(options, Cancellation));
    }

    [Fact]
    public async Task Lost_and_spoiled_tiles_are_made_again_from_the_journal()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(520);
        string tiles = Path.Combine(log.Directory, "tile", "0");
        File.Delete(Path.Combine(tiles, "000"));
        await File.WriteAllBytesAsync(Path.Combine(tiles, "001"), new byte[10], Cancellation);
        File.Delete(Path.Combine(tiles, "002.p", "8"));
        Assert.Equal(3, log.Verify().Faults.Count);

        await using (AuditJournal journal = await log.OpenAsync())
        {
            Assert.Equal(3, journal.RestoredTiles);
        }

        Assert.Empty(log.Verify().Faults);
    }

    [Fact]
    public async Task When_somebody_else_wrote_the_checkpoint_the_log_takes_nothing_more()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(2);
        byte[] foreign = Checkpoint.Sign(LogOnDisk.Origin, 9, TreeHash.OfNothing, log.Key).ToBytes();
        AuditJournal journal = await log.OpenAsync();
        await File.WriteAllBytesAsync(log.Checkpoint, foreign, Cancellation);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => journal.CheckpointAsync(Cancellation));
        await Assert.ThrowsAsync<AuditUnavailableException>(
            async () => await journal.AppendAsync(LogOnDisk.Entry(0), Cancellation));
        await journal.DisposeAsync();

        Assert.Equal(foreign, await File.ReadAllBytesAsync(log.Checkpoint, Cancellation));
    }

    // What a kill leaves: entries on disk that no checkpoint covers, each a batch of its own.
    private static async Task<LogOnDisk> CrashedAsync(int signed, int unsigned, int bodySize = 24)
    {
        using LogOnDisk running = await new LogOnDisk().WithEntriesAsync(signed);
        await using AuditJournal journal = await running.OpenAsync();
        for (int entry = 0; entry < unsigned; entry++)
        {
            await journal.AppendAsync(LogOnDisk.Entry(entry, bodySize: bodySize), Cancellation);
        }

        return running.Copy();
    }
}
