using System.Diagnostics;
using Strongroom.Vocabulary;

namespace Strongroom.AuditLog.Tests;

public sealed class JournalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_after_opening_again()
    {
        using LogOnDisk log = new();
        AuditEntry[] entries =
            [.. Enumerable.Range(0, 600).Select(number => LogOnDisk.Entry(number, CompartmentId.New()))];
        await using (AuditJournal journal = await log.OpenAsync())
        {
            foreach (AuditEntry entry in entries)
            {
                await journal.AppendAsync(entry, Cancellation);
            }
        }

        await using AuditJournal again = await log.OpenAsync();
        List<StoredEntry> read = await again.ReadAsync(258, 599, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(600, again.Size);
        Assert.Equal(Enumerable.Range(258, 341).Select(number => (long)number), read.Select(entry => entry.Sequence));
        Assert.All(read, stored => AssertSame(entries[stored.Sequence], stored.Entry));
        Assert.All(read, stored => Assert.Equal(log.Clock.Now, stored.Time));
    }

    [Fact]
    public async Task Appends_from_many_tasks_get_distinct_numbers_without_a_gap_and_share_syncs()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();

        long[][] numbers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            List<long> own = [];
            for (int entry = 0; entry < 50; entry++)
            {
                own.Add(await journal.AppendAsync(LogOnDisk.Entry(0), Cancellation));
            }

            return own.ToArray();
        }));

        Assert.Equal(Enumerable.Range(0, 3200).Select(number => (long)number), numbers.SelectMany(own => own).Order());
        Assert.All(numbers, own => Assert.Equal(own.Order(), own));
        Assert.InRange(journal.Batches, 50, 1600);
    }

    [Fact]
    public async Task A_note_is_not_waited_for_and_is_in_its_order()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();

        journal.Note(LogOnDisk.Entry(7));
        journal.Note(LogOnDisk.Entry(8));
        long third = await journal.AppendAsync(LogOnDisk.Entry(9), Cancellation);
        long[] counts = await journal.ReadAsync(0, null, Cancellation).Select(
            stored => stored.Entry.Count).ToArrayAsync(Cancellation);

        Assert.Equal(2, third);
        Assert.Equal([7, 8, 9], counts);
    }

    [Fact]
    public async Task Notes_that_nobody_waits_behind_reach_the_disk_by_themselves_and_together()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();

        for (int note = 0; note < 100; note++)
        {
            journal.Note(LogOnDisk.Entry(note));
        }

        for (int look = 0; look < 1000 && journal.Size < 100; look++)
        {
            await Task.Delay(10, Cancellation);
        }

        Assert.Equal(100, journal.Size);
        Assert.InRange(journal.Batches, 1, 50);
    }

    [Fact]
    public async Task The_highest_count_of_each_compartment_is_known_after_opening_again()
    {
        using LogOnDisk log = new();
        (CompartmentId clinic, CompartmentId shop) = (CompartmentId.New(), CompartmentId.New());
        await using (AuditJournal journal = await log.OpenAsync())
        {
            journal.Note(LogOnDisk.Entry(5, clinic));
            journal.Note(LogOnDisk.Entry(3, shop));
            journal.Note(LogOnDisk.Entry(11));
            await journal.AppendAsync(LogOnDisk.Entry(4, clinic), Cancellation);
            Assert.Equal(5, journal.HighestCount(clinic));
        }

        await using AuditJournal again = await log.OpenAsync();

        Assert.Equal(5, again.HighestCount(clinic));
        Assert.Equal(3, again.HighestCount(shop));
        Assert.Equal(11, again.HighestCount(null));
        Assert.Equal(0, again.HighestCount(CompartmentId.New()));
    }

    [Fact]
    public async Task A_second_opener_is_refused_in_this_process_and_in_another()
    {
        using LogOnDisk log = new();
        await using (AuditJournal journal = await log.OpenAsync())
        {
            await Assert.ThrowsAsync<AuditUnavailableException>(log.OpenAsync);
            Assert.NotEqual(0, await TryLockAsync(log));
        }

        Assert.Equal(0, await TryLockAsync(log));
        await using AuditJournal again = await log.OpenAsync();
    }

    [Fact]
    public async Task Once_disposed_every_call_says_that_the_log_is_closed()
    {
        using LogOnDisk log = new();
        AuditJournal journal = await log.OpenAsync();
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(
            async () => await journal.AppendAsync(LogOnDisk.Entry(0), Cancellation));
        Assert.Throws<AuditUnavailableException>(() => journal.Note(LogOnDisk.Entry(0)));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => journal.CheckpointAsync(Cancellation));
    }

    [Fact]
    public async Task Disposing_writes_what_is_queued_and_signs_it()
    {
        using LogOnDisk log = new();
        await using (AuditJournal journal = await log.OpenAsync())
        {
            for (int entry = 0; entry < 300; entry++)
            {
                journal.Note(LogOnDisk.Entry(entry));
            }
        }

        VerificationReport report = log.Verify();

        Assert.Empty(report.Faults);
        Assert.Equal(300, report.Entries);
        Assert.Equal(300, report.CheckpointSize);
    }

    [Theory]
    [InlineData(AuditAct.None, AuditResult.Done, 0, 32)]
    [InlineData(AuditAct.Viewed, AuditResult.None, 0, 32)]
    [InlineData(AuditAct.Viewed, AuditResult.Done, -1, 32)]
    [InlineData(AuditAct.Viewed, AuditResult.Done, 0, 31)]
    public async Task An_entry_that_the_format_cannot_hold_is_not_taken(
        AuditAct act, AuditResult result, long count, int size)
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();
        AuditEntry entry =
            LogOnDisk.Entry(0) with { Act = act, Result = result, Count = count, BodyCommitment = new byte[size] };

        Assert.ThrowsAny<ArgumentException>(() => journal.Note(entry));
        Assert.Equal(0, journal.Size);
    }

    [Fact]
    public async Task The_largest_body_goes_in_and_comes_back_and_one_byte_more_does_not()
    {
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();
        AuditEntry largest = LogOnDisk.Entry(0, bodySize: AuditEntry.MaxSealedBody);

        journal.Note(LogOnDisk.Entry(0, bodySize: 0));
        await journal.AppendAsync(largest, Cancellation);
        StoredEntry read = await journal.ReadAsync(1, null, Cancellation).SingleAsync(Cancellation);

        AssertSame(largest, read.Entry);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => journal.Note(LogOnDisk.Entry(0, bodySize: AuditEntry.MaxSealedBody + 1)));
    }

    [Fact]
    public void A_body_is_given_back_only_for_its_own_commitment()
    {
        AuditBody body = AuditBody.Commit("case 118"u8);

        Assert.True(AuditBody.TryRead(body.Salted.Span, body.Commitment.Span, out byte[]? read));
        Assert.Equal("case 118"u8.ToArray(), read);
        Assert.False(AuditBody.TryRead(body.Salted.Span, AuditBody.Commit("case 118"u8).Commitment.Span, out _));
        Assert.False(AuditBody.TryRead(body.Salted.Span[..^1], body.Commitment.Span, out _));
    }

    private static void AssertSame(AuditEntry expected, AuditEntry actual)
    {
        Assert.Equal(expected with { SealedBody = default, BodyCommitment = default },
            actual with { SealedBody = default, BodyCommitment = default });
        Assert.Equal(expected.SealedBody.ToArray(), actual.SealedBody.ToArray());
        Assert.Equal(expected.BodyCommitment.ToArray(), actual.BodyCommitment.ToArray());
    }

    private static async Task<int> TryLockAsync(LogOnDisk log)
    {
        using Process other = Process.Start("flock", ["-n", Path.Combine(log.Directory, "lock"), "true"]);
        await other.WaitForExitAsync(Cancellation);
        return other.ExitCode;
    }
}
