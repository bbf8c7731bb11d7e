using System.Security.Cryptography;
using Strongroom.Vocabulary;

namespace Strongroom.AuditLog.Tests;

/// <summary>The bytes are final: what one fixed entry becomes stands in docs/formats/audit-log.md.</summary>
public sealed class FormatTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_fixed_entry_has_the_bytes_that_the_document_shows()
    {
        string document = await File.ReadAllTextAsync(
            Path.Combine(Root(), "docs", "formats", "audit-log.md"), Cancellation);
        using LogOnDisk log = new();
        await using AuditJournal journal = await log.OpenAsync();
        await journal.AppendAsync(Fixed(), Cancellation);
        AuditReceipt receipt = await journal.ProveAsync(0, Cancellation);
        TakenApart bytes = TakenApart.Read(log.Journal);

        string expected = $"""
            ```
            seed of the key  {Convert.ToHexStringLower(SHA256.HashData("the key of the tests"u8))}
            public key       {Convert.ToHexStringLower(log.Key.Public.ToBytes())}
            header           {Wrapped(bytes.Header)}
            record           {Wrapped(bytes.Records[0])}
            leaf hash        {Convert.ToHexStringLower(SHA256.HashData([0, .. bytes.Records[0].AsSpan(16, 141)]))}
            ```

            ```
            {receipt.ToString().TrimEnd()}
            ```
            """.ReplaceLineEndings("\n");
        Assert.Contains(expected, document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_acts_are_those_that_the_document_shows()
    {
        string document = await File.ReadAllTextAsync(
            Path.Combine(Root(), "docs", "formats", "audit-log.md"), Cancellation);

        Assert.All(Enum.GetValues<AuditAct>().Where(act => act != AuditAct.None), act =>
            Assert.Matches($@"[|·] {(int)act} {act} [|·]", document));
        Assert.Equal([0, 1, 2, 3], Enum.GetValues<AuditResult>().Select(result => (int)result));
        Assert.Equal(Enumerable.Range(0, 8), Enum.GetValues<ActorKind>().Select(kind => (int)kind));
    }

    private static AuditEntry Fixed() => new()
    {
        Act = AuditAct.Revealed,
        Actor = ActorRef.Of(StaffId.FromBytes(Sixteen(0x11))),
        Result = AuditResult.Done,
        Compartment = CompartmentId.FromBytes(Sixteen(0x22)),
        Object = ObjectHandle.FromBytes(Sixteen(0x33)),
        Count = 118,
        SealedBody = "stands for a sealed body"u8.ToArray(),
        BodyCommitment = SHA256.HashData([.. new byte[32], .. "body"u8]),
    };

    private static byte[] Sixteen(byte value) => [.. Enumerable.Repeat(value, 16)];

    private static string Wrapped(byte[] bytes)
    {
        IEnumerable<string> lines = Convert.ToHexStringLower(bytes).Chunk(64).Select(line => new string(line));
        return string.Join("\n                 ", lines);
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Strongroom.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
