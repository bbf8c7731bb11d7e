using System.Globalization;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>The statements about <c>recipient_code</c> in a compartment's keys.</summary>
internal static class RecipientCodeStatements
{
    /// <summary>
    /// Keeps a code, on the writer. Nothing is kept where the customer is gone, has a code for this recipient already,
    /// or the code is another customer's.
    /// </summary>
    public static void AddRecipientCode(this CompartmentSession session, RecipientCodeRow row) => session.Keys.Run(
        """
        INSERT INTO recipient_code (recipient, code_hash, customer, sealed)
        SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT 1 FROM customer WHERE id = $3)
        ON CONFLICT DO NOTHING
        """,
        RecordAddress.Bytes(row.Recipient), row.CodeHash, RecordAddress.Bytes(row.Customer), row.Sealed);

    /// <summary>The sealed code by which a recipient knows a customer; null where there is none.</summary>
    public static byte[]? RecipientCodeOf(
        this CompartmentSession session, RecipientId recipient, CustomerId customer) => session.Keys.First(
            row => row.GetFieldValue<byte[]>(0),
            "SELECT sealed FROM recipient_code WHERE recipient = $1 AND customer = $2",
            RecordAddress.Bytes(recipient), RecordAddress.Bytes(customer));

    /// <summary>The row of a recipient's code; null where there is none.</summary>
    public static RecipientCodeRow? RecipientCodeByHash(
        this CompartmentSession session, RecipientId recipient, byte[] codeHash) => session.Keys.First(
            row => new RecipientCodeRow
            {
                Recipient = recipient,
                CodeHash = codeHash,
                Customer = CustomerId.FromBytes(row.GetFieldValue<byte[]>(0)),
                Sealed = row.GetFieldValue<byte[]>(1),
            },
            "SELECT customer, sealed FROM recipient_code WHERE recipient = $1 AND code_hash = $2",
            RecordAddress.Bytes(recipient), codeHash);

    /// <summary>The recipients who have a code for a customer.</summary>
    public static List<RecipientId> RecipientsOf(this CompartmentSession session, CustomerId customer) =>
        session.Keys.All(
            row => RecipientId.FromBytes(row.GetFieldValue<byte[]>(0)),
            "SELECT recipient FROM recipient_code WHERE customer = $1", RecordAddress.Bytes(customer));

    /// <summary>How many codes a recipient has.</summary>
    public static long RecipientCodeCount(this CompartmentSession session, RecipientId recipient) => Convert.ToInt64(
        session.Keys.Bind(
            "SELECT count(*) FROM recipient_code WHERE recipient = $1", RecordAddress.Bytes(recipient)).ExecuteScalar(),
        CultureInfo.InvariantCulture);

    public static void RemoveRecipientCodes(this CompartmentSession session, byte[] customer) =>
        session.Keys.Run("DELETE FROM recipient_code WHERE customer = $1", customer);
}
