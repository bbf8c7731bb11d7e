using System.Diagnostics;

namespace Strongroom.AuditLog.Tests;

public sealed class FullDiskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_failed_write_nothing_is_acknowledged_until_the_log_is_opened_again()
    {
        using LogOnDisk log = await new LogOnDisk().WithEntriesAsync(3);
        AuditJournal journal = await log.OpenAsync();
        FullDevice.TakePlaceOf(log.Journal);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAsync<AuditUnavailableException>(
            async () => await journal.AppendAsync(LogOnDisk.Entry(0), Cancellation))));

        await Assert.ThrowsAsync<AuditUnavailableException>(
            async () => await journal.AppendAsync(LogOnDisk.Entry(0), Cancellation));
        Assert.Throws<AuditUnavailableException>(() => journal.Note(LogOnDisk.Entry(0)));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => journal.CheckpointAsync(Cancellation));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => journal.ProveAsync(0, Cancellation));
        await Assert.ThrowsAsync<AuditUnavailableException>(
            async () => await journal.ReadAsync(0, null, Cancellation).CountAsync(Cancellation));
        await journal.DisposeAsync();

        await using AuditJournal again = await log.OpenAsync();
        Assert.Equal(3, await again.AppendAsync(LogOnDisk.Entry(0), Cancellation));
    }

    [Fact]
    public async Task A_tile_that_cannot_be_written_stops_the_log_too()
    {
        using LogOnDisk log = new();
        AuditJournal journal = await log.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(log.Directory, "tile"), "in the way", Cancellation);

        await LogOnDisk.AppendAsync(journal, 255);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => LogOnDisk.AppendAsync(journal, 1));
        await journal.DisposeAsync();
        File.Delete(Path.Combine(log.Directory, "tile"));

        await using AuditJournal again = await log.OpenAsync();
        Assert.InRange(again.Size, 255, 256);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_acknowledged_and_the_log_opens_when_there_is_room_again()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root may mount a small disk");
        string directory = Directory.CreateTempSubdirectory("full-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", directory);
        try
        {
            await FillAsync(directory);
        }
        finally
        {
            await RunAsync("umount", directory);
            Directory.Delete(directory);
        }
    }

    private static async Task FillAsync(string disk)
    {
        string room = Path.Combine(disk, "room");
        await File.WriteAllBytesAsync(room, new byte[64 * 1024], Cancellation);
        using LogOnDisk log = new(Path.Combine(disk, "audit"));
        AuditJournal journal = await log.OpenAsync();
        long acknowledged = 0;
        await Assert.ThrowsAsync<AuditUnavailableException>(async () =>
        {
            while (true)
            {
                Assert.Equal(acknowledged, await journal.AppendAsync(LogOnDisk.Entry(0, bodySize: 1500), Cancellation));
                acknowledged++;
            }
        });
        await journal.DisposeAsync();
        Assert.InRange(acknowledged, 100, 400);
        File.Delete(room);

        await using (AuditJournal again = await log.OpenAsync())
        {
            Assert.Equal(acknowledged, again.Size);
            Assert.InRange(again.TornBytes, 0, 1700);
        }

        Assert.Empty(log.Verify().Faults);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.Equal(0, process.ExitCode);
    }
}
