using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>Reads a customer's card in step with the writer.</summary>
internal static class ReadCustomer
{
    private const int Tries = 5;

    /// <summary>The card of the customer that the request named, and the version that it is.</summary>
    /// <exception cref="RefusedException">The customer is not there, or an old row was put back.</exception>
    public static async Task<(OpenCustomer Customer, CustomerCard Card)> RunAsync(
        OpenCompartment open, CancellationToken cancellation)
    {
        OpenCustomer customer = open.Customer;
        for (int left = Tries; left > 0; left--)
        {
            try
            {
                OpenCustomer current = customer;
                return (current, open.Read(session => CustomerCard.Open(current, session)));
            }
            catch (CardMissingException)
            {
                // Between the two commits of a batch, or changed since the door looked: settle, look again.
                await open.SettleAsync(cancellation);
                customer = open.RefreshCustomer();
            }
        }

        throw new RefusedException(StorageRefusals.StoreDamaged);
    }
}
