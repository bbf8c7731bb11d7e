using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The codes of recipients in one open compartment. Each is drawn at random for one customer and one recipient and
/// sealed under the customer's key; it comes from nothing that could be computed again.
/// </summary>
internal sealed class RecipientCodes(TimeProvider time)
{
    private const string Column = "recipient-code";
    private const int Tries = 5;

    /// <summary>The code of each customer, drawn where there was none; durable when this returns.</summary>
    /// <returns>
    /// In the customers' order; null for a customer who was destroyed meanwhile. <c>IsNew</c> says whether it was drawn
    /// now.
    /// </returns>
    public async Task<IReadOnlyList<(RecipientCode? Code, bool IsNew)>> TakeAsync(
        OpenCompartment open, RecipientId recipient, IReadOnlyList<OpenCustomer> customers,
        CancellationToken cancellation)
    {
        var codes = new (RecipientCode? Code, bool IsNew)[customers.Count];
        for (int left = Tries; left > 0; left--)
        {
            var missing = new List<OpenCustomer>();
            for (int i = 0; i < codes.Length; i++)
            {
                codes[i] = codes[i].Code is null
                    ? (Find(open, recipient, customers[i]), left < Tries)
                    : codes[i];
                if (codes[i].Code is null)
                {
                    missing.Add(customers[i]);
                }
            }

            if (missing.Count == 0)
            {
                break;
            }

            // Drawn and sealed before the writer is asked. One that cannot be kept (2⁻⁶⁰) is drawn anew next time round.
            List<RecipientCodeRow> drawn = [.. missing.Select(customer => Draw(open, recipient, customer))];
            await open.WriteAsync(session => Add(session, drawn), cancellation);
        }

        return codes;
    }

    /// <summary>
    /// The customer whom a recipient knows by a code; null where there is none. The caller disposes of it.
    /// </summary>
    public static OpenCustomer? FindCustomer(OpenCompartment open, RecipientId recipient, RecipientCode code)
    {
        byte[] hash = open.HashCode(recipient, code);
        RecipientCodeRow? row = open.Read(session => session.RecipientCodeByHash(recipient, hash));
        if (row is null)
        {
            return null;
        }

        byte[] id = RecordAddress.Bytes(row.Customer);
        CustomerRow found = open.Read(session => session.CustomerById(id))
            ?? throw new RefusedException(StorageRefusals.StoreDamaged);
        OpenCustomer customer = open.OpenCustomer(found);
        try
        {
            // The hash stands in the row unsealed: whoever can write it could let a code lead to another customer.
            return Open(customer, recipient, row.Sealed) == code
                ? customer
                : throw new RefusedException(StorageRefusals.StoreDamaged);
        }
        catch
        {
            customer.Dispose();
            throw;
        }
    }

    private static RecipientCode? Find(OpenCompartment open, RecipientId recipient, OpenCustomer customer) =>
        open.Read(session => session.RecipientCodeOf(recipient, customer.Row.Id)) is { } found
            ? Open(customer, recipient, found)
            : null;

    private static RecipientCode Open(OpenCustomer customer, RecipientId recipient, byte[] untrustedSealed) =>
        JsonSerializer.Deserialize(
            customer.Seal.Open(Column, RecordOf(recipient), 1, untrustedSealed),
            RecipientsJson.Default.SealedRecipientCode)!.Code;

    private RecipientCodeRow Draw(OpenCompartment open, RecipientId recipient, OpenCustomer customer)
    {
        var code = RecipientCode.New();
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(
            new SealedRecipientCode(code, time.GetUtcNow()), RecipientsJson.Default.SealedRecipientCode);
        return new RecipientCodeRow
        {
            Recipient = recipient,
            CodeHash = open.HashCode(recipient, code),
            Customer = customer.Row.Id,
            Sealed = customer.Seal.Seal(Column, RecordOf(recipient), 1, plain),
        };
    }

    private static bool Add(CompartmentSession session, List<RecipientCodeRow> rows)
    {
        rows.ForEach(session.AddRecipientCode);
        return true;
    }

    private static RecordId RecordOf(RecipientId recipient) => RecordId.FromBytes(RecordAddress.Bytes(recipient));
}
