using System.Data.Common;
using System.Globalization;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// One pair of connections into a compartment's two databases, with every statement that is run there.
/// </summary>
internal sealed class CompartmentSession : IDisposable
{
    private const string CustomerColumns =
        "SELECT id, epoch, sealed_key, code_hash, sealed_code, handle, card_version FROM customer ";

    private const string DocumentColumns = "SELECT id, customer, handle, card_version FROM document ";

    /// <param name="databases">Where they are; a connection is opened when it is first used.</param>
    /// <param name="isWriter">Whether this is the compartment's only writer.</param>
    public CompartmentSession(CompartmentDatabases databases, bool isWriter)
    {
        Keys = new Statements(databases.Keys, isWriter);
        Records = new Statements(databases.Records, isWriter);
    }

    public Statements Keys { get; }

    public Statements Records { get; }

    /// <summary>One of its connections has gone.</summary>
    public bool IsLost => Keys.IsLost || Records.IsLost;

    public void BringUpToDate()
    {
        Keys.BringUpToDate("keys");
        Records.BringUpToDate("records");
    }

    public void Tidy()
    {
        Keys.Tidy();
        Records.Tidy();
    }

    public void Begin()
    {
        Keys.Begin();
        Records.Begin();
    }

    /// <summary>
    /// Commits the keys, then the records: a key without a record is swept, a record without a key would be lost.
    /// </summary>
    public void Commit()
    {
        Keys.Commit();
        Records.Commit();
    }

    /// <summary>
    /// Undoes what is not committed. The keys may be in while the records are not; the sweep at the next opening mends it.
    /// </summary>
    public void RollBack()
    {
        Keys.RollBack();
        Records.RollBack();
    }

    public void Savepoint(string verb)
    {
        string sql = verb + " one";
        Keys.Run(sql);
        Records.Run(sql);
    }

    public static byte[]? ReadCommitCount(Statements store) =>
        store.First(row => row.GetFieldValue<byte[]>(0), "SELECT sealed FROM commit_count WHERE id = 1");

    public static void WriteCommitCount(Statements store, byte[] sealedCount) => store.Run(
        "INSERT INTO commit_count (id, sealed) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
        sealedCount);

    public List<(string Purpose, uint Generation, byte[] Sealed)> CompartmentKeys() => Keys.All(
        row => (row.GetString(0), checked((uint)row.GetInt64(1)), row.GetFieldValue<byte[]>(2)),
        "SELECT purpose, generation, sealed FROM compartment_key ORDER BY purpose, generation");

    public void AddCompartmentKey(string purpose, uint generation, byte[] sealedKey) => Keys.Run(
        "INSERT INTO compartment_key (purpose, generation, sealed) VALUES ($1, $2, $3)", purpose, (
            long)generation, sealedKey);

    public void ChangeCompartmentKey(string purpose, uint generation, byte[] sealedKey) => Keys.Run(
        "UPDATE compartment_key SET sealed = $3 WHERE purpose = $1 AND generation = $2", purpose, (long)generation,
        sealedKey);

    public CustomerRow? CustomerByCode(byte[] codeHash) =>
        Keys.First(ReadCustomer, CustomerColumns + "WHERE code_hash = $1", codeHash);

    public CustomerRow? CustomerById(byte[] id) => Keys.First(ReadCustomer, CustomerColumns + "WHERE id = $1", id);

    public List<CustomerRow> CustomersAfter(byte[] id, int limit) => Keys.All(
        ReadCustomer, CustomerColumns + "WHERE id > $1 ORDER BY id LIMIT $2", id, (long)limit);

    public long CustomerCount() =>
        Convert.ToInt64(Keys.Bind("SELECT count(*) FROM customer").ExecuteScalar(), CultureInfo.InvariantCulture);

    public void AddCustomer(CustomerRow row) => Keys.Run(
        """
        INSERT INTO customer (id, epoch, sealed_key, code_hash, sealed_code, handle, card_version)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        RecordAddress.Bytes(row.Id), (long)row.Epoch, row.SealedKey, row.CodeHash, row.SealedCode,
        RecordAddress.Bytes(row.Handle), row.CardVersion);

    /// <summary>Moves the card's version on; false where somebody else has moved it first.</summary>
    public bool MoveCustomer(CustomerId id, long from, long to) => Keys.Run(
        "UPDATE customer SET card_version = $3 WHERE id = $1 AND card_version = $2", RecordAddress.Bytes(
            id), from, to) == 1;

    public void ChangeCustomerKey(CustomerId id, byte[] sealedKey) => Keys.Run(
        "UPDATE customer SET sealed_key = $2 WHERE id = $1", RecordAddress.Bytes(id), sealedKey);

    /// <summary>Takes a customer's rows out of what links, those of the documents included.</summary>
    public void DeleteCustomer(CustomerId id)
    {
        Keys.Run("DELETE FROM blind WHERE owner = $1", RecordAddress.Bytes(id));
        RemoveTries(id);
        Keys.Run("DELETE FROM document WHERE customer = $1", RecordAddress.Bytes(id));
        this.RemoveRecipientCodes(RecordAddress.Bytes(id));
        Keys.Run("DELETE FROM customer WHERE id = $1", RecordAddress.Bytes(id));
    }

    /// <summary>Takes the records and the index rows of an owner out: a customer's, or a document's.</summary>
    public void RemoveOwner(IIdentifier owner)
    {
        Keys.Run("DELETE FROM blind WHERE owner = $1", RecordAddress.Bytes(owner));
        Records.Run("DELETE FROM record WHERE owner = $1", RecordAddress.Bytes(owner));
    }

    /// <summary>The sealed count of a customer's missed confirmations; null where none was missed.</summary>
    public byte[]? Tries(CustomerId id) => Keys.First(
        row => row.GetFieldValue<byte[]>(0), "SELECT sealed FROM confirmation_tries WHERE customer = $1",
        RecordAddress.Bytes(id));

    public void WriteTries(CustomerId id, byte[] sealedTries) => Keys.Run(
        """
        INSERT INTO confirmation_tries (customer, sealed) VALUES ($1, $2)
        ON CONFLICT (customer) DO UPDATE SET sealed = excluded.sealed
        """,
        RecordAddress.Bytes(id), sealedTries);

    public void RemoveTries(CustomerId id) =>
        Keys.Run("DELETE FROM confirmation_tries WHERE customer = $1", RecordAddress.Bytes(id));

    public void AddBlinds(IEnumerable<(string Field, byte[] Tag)> tags, IIdentifier owner) =>
        AddBlinds(tags.Select(tag => (tag.Field, tag.Tag, owner)));

    /// <summary>Adds index rows of any number of owners; one that is there already stays.</summary>
    public void AddBlinds(IEnumerable<(string Field, byte[] Tag, IIdentifier Owner)> tags) => Keys.Insert(
        "INSERT INTO blind (field, tag, owner) VALUES ", " ON CONFLICT DO NOTHING", 3,
        [.. tags.SelectMany(tag => new object[] { tag.Field, tag.Tag, RecordAddress.Bytes(tag.Owner) })]);

    public void RemoveBlind(string field, IIdentifier owner) => Keys.Run(
        "DELETE FROM blind WHERE field = $1 AND owner = $2", field, RecordAddress.Bytes(owner));

    /// <summary>How many owners an index has.</summary>
    public long OwnerCount(string field) => Convert.ToInt64(
        Keys.Bind("SELECT count(DISTINCT owner) FROM blind WHERE field = $1", field).ExecuteScalar(),
        CultureInfo.InvariantCulture);

    public List<byte[]> OwnersOf(string field, byte[] tag, int limit) => Keys.All(
        row => row.GetFieldValue<byte[]>(0), "SELECT owner FROM blind WHERE field = $1 AND tag = $2 LIMIT $3", field,
        tag, (long)limit);

    public DocumentRow? Document(byte[] id) => Keys.First(ReadDocument, DocumentColumns + "WHERE id = $1", id);

    public List<DocumentRow> DocumentsOf(CustomerId customer, int limit) => Keys.All(
        ReadDocument, DocumentColumns + "WHERE customer = $1 ORDER BY id LIMIT $2", RecordAddress.Bytes(customer), (
            long)limit);

    public List<DocumentRow> DocumentsAfter(byte[] id, int limit) => Keys.All(
        ReadDocument, DocumentColumns + "WHERE id > $1 ORDER BY id LIMIT $2", id, (long)limit);

    /// <exception cref="RefusedException">Its customer was erased meanwhile.</exception>
    public void AddDocument(DocumentRow row)
    {
        if (row.Customer is not null && CustomerById(RecordAddress.Bytes(row.Customer)) is null)
        {
            throw new RefusedException(StorageRefusals.OwnerGone);
        }

        Keys.Run(
            "INSERT INTO document (id, customer, handle, card_version) VALUES ($1, $2, $3, $4)",
            RecordAddress.Bytes(row.Id), row.Customer is null ? null : RecordAddress.Bytes(row.Customer),
            RecordAddress.Bytes(row.Handle), row.CardVersion);
    }

    public bool MoveDocument(DocumentId id, long from, long to) => Keys.Run(
        "UPDATE document SET card_version = $3 WHERE id = $1 AND card_version = $2", RecordAddress.Bytes(
            id), from, to) == 1;

    public byte[]? Record(RecordAddress address, long version) => Records.First(
        row => row.GetFieldValue<byte[]>(0), "SELECT sealed FROM record WHERE owner = $1 AND id = $2 AND version = $3",
        address.OwnerBytes(), address.IdBytes(), version);

    /// <summary>The versions of a record after one, oldest first.</summary>
    public List<(long Version, byte[] Sealed)> RecordsAfter(RecordAddress address, long version, int limit) =>
        Records.All(
            row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
            "SELECT version, sealed FROM record WHERE owner = $1 AND id = $2 AND version > $3 ORDER BY version LIMIT $4",
            address.OwnerBytes(), address.IdBytes(), version, (long)limit);

    public void AddRecord(RecordAddress address, long version, byte[] sealedRecord) =>
        AddRecords([(address, version, sealedRecord)]);

    public void AddRecords(IEnumerable<(RecordAddress Address, long Version, byte[] Sealed)> records) => Records.Insert(
        "INSERT INTO record (owner, id, version, sealed) VALUES ", string.Empty, 4,
        [.. records.SelectMany(record => new object[]
        {
            record.Address.OwnerBytes(), record.Address.IdBytes(), record.Version, record.Sealed,
        })]);

    public void RemoveRecord(RecordAddress address, long version) => Records.Run(
        "DELETE FROM record WHERE owner = $1 AND id = $2 AND version = $3",
        address.OwnerBytes(), address.IdBytes(), version);

    /// <summary>
    /// Forgets the versions of a record before <paramref name="version"/>; cards keep only their newest.
    /// </summary>
    public void RemoveRecordsBefore(RecordAddress address, long version) => Records.Run(
        "DELETE FROM record WHERE owner = $1 AND id = $2 AND version < $3", address.OwnerBytes(), address.IdBytes(),
        version);

    public void Dispose()
    {
        Keys.Dispose();
        Records.Dispose();
    }

    private static CustomerRow ReadCustomer(DbDataReader row) => new()
    {
        Id = CustomerId.FromBytes(row.GetFieldValue<byte[]>(0)),
        Epoch = checked((int)row.GetInt64(1)),
        SealedKey = row.GetFieldValue<byte[]>(2),
        CodeHash = row.GetFieldValue<byte[]>(3),
        SealedCode = row.GetFieldValue<byte[]>(4),
        Handle = ObjectHandle.FromBytes(row.GetFieldValue<byte[]>(5)),
        CardVersion = row.GetInt64(6),
    };

    private static DocumentRow ReadDocument(DbDataReader row) => new()
    {
        Id = DocumentId.FromBytes(row.GetFieldValue<byte[]>(0)),
        Customer = row.IsDBNull(1) ? null : CustomerId.FromBytes(row.GetFieldValue<byte[]>(1)),
        Handle = ObjectHandle.FromBytes(row.GetFieldValue<byte[]>(2)),
        CardVersion = row.GetInt64(3),
    };
}
