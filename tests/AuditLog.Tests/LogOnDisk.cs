using System.Security.Cryptography;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.AuditLog.Tests;

/// <summary>A log's folder for one test, and what opens it.</summary>
internal sealed class LogOnDisk : IDisposable
{
    public const string Origin = "strongroom.example/first";

    public LogOnDisk(string? directory = null)
    {
        Directory = directory ?? System.IO.Directory.CreateTempSubdirectory("audit-log-").FullName;
        Key = SigningKey.TakeFrom(SHA256.HashData("the key of the tests"u8));
    }

    public string Directory { get; }

    public SigningKey Key { get; }

    public TestClock Clock { get; } = new();

    public string Journal => Path.Combine(Directory, "journal");

    public string Checkpoint => Path.Combine(Directory, "checkpoint");

    public static AuditEntry Entry(long count, CompartmentId? compartment = null, int bodySize = 24)
    {
        AuditBody body = AuditBody.Commit("purpose"u8);
        return new AuditEntry
        {
            Act = AuditAct.Revealed,
            Actor = ActorRef.Of(StaffId.New()),
            Result = AuditResult.Done,
            Compartment = compartment,
            Object = ObjectHandle.New(),
            Count = count,
            SealedBody = RandomNumberGenerator.GetBytes(bodySize),
            BodyCommitment = body.Commitment,
        };
    }

    public Task<AuditJournal> OpenAsync() => AuditJournal.OpenAsync(
        new AuditJournalOptions { Directory = Directory, Origin = Origin, Key = Key, Time = Clock },
        TestContext.Current.CancellationToken);

    public async Task<LogOnDisk> WithEntriesAsync(int count)
    {
        await using AuditJournal journal = await OpenAsync();
        await AppendAsync(journal, count);
        return this;
    }

    public static async Task AppendAsync(AuditJournal journal, int count)
    {
        for (int entry = 0; entry < count; entry++)
        {
            await journal.AppendAsync(Entry(entry), CancellationToken.None);
        }
    }

    public VerificationReport Verify(Checkpoint? known = null) =>
        AuditVerifier.Verify(Directory, Key.Public, known, CancellationToken.None);

    /// <summary>The same files in another folder.</summary>
    public LogOnDisk Copy()
    {
        LogOnDisk copy = new();
        foreach (string file in System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy.Directory, Path.GetRelativePath(Directory, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);

            // Not File.Copy: it would ask for the lock that the writer holds.
            if (!file.EndsWith("lock", StringComparison.Ordinal))
            {
                File.WriteAllBytes(target, ReadShared(file));
            }
        }

        return copy;
    }

    public void Dispose()
    {
        Key.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
