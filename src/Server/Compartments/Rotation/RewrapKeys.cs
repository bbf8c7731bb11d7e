using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Rotation;

/// <summary>
/// Seals the keys that a compartment's key opens under its next one: the compartment's own and each customer's. Records
/// are not touched. Runs on the writer, in one commit.
/// </summary>
/// <param name="compartment">Whose keys they are.</param>
/// <param name="from">Opens what is there.</param>
/// <param name="to">Seals it anew.</param>
internal sealed class RewrapKeys(CompartmentId compartment, SealingKey from, SealingKey to)
{
    private const int RowsAtOnce = 1000;

    /// <returns>How many keys were sealed anew.</returns>
    /// <exception cref="RefusedException">A key does not open: nothing may be changed.</exception>
    public int Run(CompartmentSession session) => RewrapOwn(session) + RewrapCustomers(session);

    private int RewrapOwn(CompartmentSession session)
    {
        List<(string Purpose, uint Generation, byte[] Sealed)> own = session.CompartmentKeys();
        foreach ((string purpose, uint generation, byte[] sealedKey) in own)
        {
            SealContext context = CompartmentKeys.Context(compartment, purpose, generation);
            if (!from.TryOpenSecret(sealedKey, context, out SecretBytes? secret))
            {
                throw new RefusedException(StorageRefusals.StoreDamaged);
            }

            using (secret)
            {
                session.ChangeCompartmentKey(purpose, generation, to.SealSecret(context, secret));
            }
        }

        return own.Count;
    }

    private int RewrapCustomers(CompartmentSession session)
    {
        int count = 0;
        byte[] last = new byte[IIdentifier.Size];
        while (true)
        {
            List<CustomerRow> rows = session.CustomersAfter(last, RowsAtOnce);
            if (rows.Count == 0)
            {
                return count;
            }

            foreach (CustomerRow row in rows)
            {
                session.ChangeCustomerKey(row.Id, Rewrap(row));
            }

            count += rows.Count;
            last = RecordAddress.Bytes(rows[^1].Id);
        }
    }

    private byte[] Rewrap(CustomerRow row)
    {
        SealContext context = LoadedCompartment.CustomerKeyContext(compartment, row.Id, row.Epoch);
        if (!from.TryOpenKey(row.SealedKey, context, checked((uint)row.Epoch), out SealingKey? key))
        {
            throw new RefusedException(StorageRefusals.StoreDamaged);
        }

        using (key)
        {
            return to.SealKey(context, key);
        }
    }
}
