using System.Security.Cryptography;
using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Audit;

/// <summary>
/// The only way into the audit log. <see cref="RecordAsync(AuditDraft, CancellationToken)"/> returns when the entry is
/// on the disk; when the log cannot be written it refuses, and nothing is revealed.
/// </summary>
internal sealed class AuditWriter(InstallationKeys keys, KeyringStore keyring, DataFolder data, TimeProvider time)
    : IAsyncDisposable
{
    /// <summary>The type and table that sealed bodies are bound to; <c>docs/formats/audit-log.md</c>.</summary>
    private const string BodyType = "audit-body";

    private AuditJournal? _journal;

    public bool IsOpen => Volatile.Read(ref _journal) is not null;

    /// <summary>The log while it is open.</summary>
    /// <exception cref="RefusedException">The installation is sealed.</exception>
    public AuditJournal Journal => Volatile.Read(ref _journal) ?? throw new RefusedException(KeyRefusals.Sealed);

    /// <summary>
    /// Opens the log in the data folder, once the installation is open, and holds the keyring against it.
    /// </summary>
    /// <exception cref="RefusedException">The keyring is older than the log says: an old one was put back.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        AuditJournal journal = await AuditJournal.OpenAsync(
            new AuditJournalOptions
            {
                Directory = data.AuditFolder,
                Origin = Origin,
                Key = keys.AuditSigning,
                Time = time,
            },
            cancellation);
        if (keyring.Revision < journal.HighestCount(null))
        {
            await journal.DisposeAsync();
            throw new RefusedException(KeyRefusals.KeyringNotOurs);
        }

        Volatile.Write(ref _journal, journal);
    }

    /// <summary>
    /// The log's name in its checkpoints, for ever: drawn from its own signing key, so that no two logs share one.
    /// </summary>
    public string Origin =>
        "strongroom/" + Convert.ToHexStringLower(SHA256.HashData(keys.AuditSigning.Public.ToBytes()).AsSpan(0, 8));

    /// <summary>The public half of the key that signs, base 64.</summary>
    public string Signer => keys.AuditSigning.Public.ToString();

    /// <summary>Signs a statement of the installation about itself, such as a certificate.</summary>
    /// <param name="label">Names the kind of statement, so that one is never taken for another.</param>
    /// <param name="statement">Its bytes.</param>
    public byte[] Sign(string label, ReadOnlySpan<byte> statement) =>
        keys.AuditSigning.Sign([.. System.Text.Encoding.ASCII.GetBytes(label), .. statement]);

    /// <summary>The highest commit count that the log has seen of a compartment.</summary>
    public long HighestCount(CompartmentId compartment) => Journal.HighestCount(compartment);

    /// <summary>Writes an entry whose body is sealed under the installation's audit-body key.</summary>
    /// <returns>The entry's number.</returns>
    public Task<long> RecordAsync(AuditDraft draft, CancellationToken cancellation) =>
        RecordAsync(draft, keys.AuditBody, cancellation);

    /// <summary>
    /// Writes an entry whose body is sealed under <paramref name="bodyKey"/>, a customer's key, so that it dies with
    /// the customer.
    /// </summary>
    /// <returns>The entry's number.</returns>
    /// <exception cref="RefusedException">The log cannot be written; nothing may be revealed or done.</exception>
    public async Task<long> RecordAsync(AuditDraft draft, SealingKey bodyKey, CancellationToken cancellation)
    {
        try
        {
            return await Journal.AppendAsync(Entry(draft, bodyKey), cancellation);
        }
        catch (AuditUnavailableException)
        {
            throw new RefusedException(AuditRefusals.LogUnavailable);
        }
    }

    /// <summary>Hands an entry in without waiting for the disk: for masked views only.</summary>
    public void Note(AuditDraft draft, SealingKey? bodyKey = null)
    {
        try
        {
            Journal.Note(Entry(draft, bodyKey ?? keys.AuditBody));
        }
        catch (AuditUnavailableException)
        {
            throw new RefusedException(AuditRefusals.LogUnavailable);
        }
    }

    /// <summary>
    /// Opens the body of a stored entry; null where the key does not open it (the customer is erased) or it was
    /// altered.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? OpenBody(AuditEntry entry, SealingKey bodyKey)
    {
        if (!bodyKey.TryOpen(entry.SealedBody.Span, BodyContext(entry.Compartment, entry.Object), out byte[]? salted)
            || !AuditBody.TryRead(salted, entry.BodyCommitment.Span, out byte[]? body))
        {
            return null;
        }

        return JsonSerializer.Deserialize(body, AuditJson.Default.IReadOnlyDictionaryStringString);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _journal, null) is { } journal)
        {
            await journal.DisposeAsync();
        }
    }

    private AuditEntry Entry(AuditDraft draft, SealingKey bodyKey)
    {
        var body = AuditBody.Commit(
            JsonSerializer.SerializeToUtf8Bytes(draft.Body, AuditJson.Default.IReadOnlyDictionaryStringString));
        try
        {
            return new AuditEntry
            {
                Act = draft.Act,
                Actor = Ref(draft.Actor),
                Result = draft.Result,
                Compartment = draft.Compartment,
                Object = draft.Object,
                Count = draft.Compartment is null ? keyring.Revision : draft.Count,
                SealedBody = bodyKey.Seal(BodyContext(draft.Compartment, draft.Object), body.Salted.Span),
                BodyCommitment = body.Commitment,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body.Salted.Span);
        }
    }

    private static ActorRef Ref(Actor actor) => actor.Id switch
    {
        StaffId staff => ActorRef.Of(staff),
        ServiceAccountId account => ActorRef.Of(account),
        JobId job => ActorRef.Of(job),
        ObjectHandle customer => ActorRef.OfCustomer(customer),
        _ => actor.Kind switch
        {
            ActorKind.Visitor => ActorRef.Stranger,
            ActorKind.IntakeForm => ActorRef.IntakeForm,
            _ => ActorRef.Program,
        },
    };

    private static SealContext BodyContext(CompartmentId? compartment, ObjectHandle? handle) => new()
    {
        Type = BodyType,
        Compartment = compartment,
        Owner = handle,
        Table = "audit",
        Column = "body",
    };
}
