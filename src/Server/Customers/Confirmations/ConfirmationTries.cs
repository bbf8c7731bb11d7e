using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Customers.Confirmations;

/// <summary>
/// Misses in a row of one customer's checks, for everybody together; kept sealed in <c>keys.db</c>, so that a restart
/// forgives nothing.
/// </summary>
/// <param name="Misses">How many; a try counts as missed until its answer is known.</param>
/// <param name="LockedUntil">Until when nobody may check; that instant itself is free again.</param>
internal sealed record ConfirmationTries(int Misses, DateTimeOffset? LockedUntil)
{
    /// <summary>The third miss locks.</summary>
    public const int Most = 3;

    private const string Column = "confirmation-tries";

    /// <summary>How long a lock lasts.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    private static readonly ConfirmationTries None = new(0, null);

    /// <summary>
    /// Takes one try, on the writer, so that tries at the same moment are counted one after the other.
    /// </summary>
    /// <returns>The tries with this one counted as missed; null where checking is locked.</returns>
    public static ConfirmationTries? Take(CompartmentSession session, OpenCustomer customer, DateTimeOffset now)
    {
        ConfirmationTries tries = Read(session, customer);
        if (tries.LockedUntil is { } until)
        {
            if (now < until)
            {
                return null;
            }

            tries = None;
        }

        int misses = tries.Misses + 1;
        var next = new ConfirmationTries(misses, misses >= Most ? now + LockedFor : null);
        session.WriteTries(customer.Row.Id, customer.Seal.Seal(
            Column, null, 1, JsonSerializer.SerializeToUtf8Bytes(next, CustomersJson.Default.ConfirmationTries)));
        return next;
    }

    private static ConfirmationTries Read(CompartmentSession session, OpenCustomer customer) =>
        session.Tries(customer.Row.Id) is { } sealedTries
            ? JsonSerializer.Deserialize(
                customer.Seal.Open(Column, null, 1, sealedTries), CustomersJson.Default.ConfirmationTries)!
            : None;
}
