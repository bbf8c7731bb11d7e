using System.Security.Cryptography;
using System.Text.Json;
using Strongroom.Recognition.Customers;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Keyed hashes of the names and identifiers of one compartment's customers, in memory under a key that is nowhere
/// else. Made when a document is first matched there, brought up to date before each matching, gone when the
/// compartment closes.
/// </summary>
internal sealed class KnownCustomers : IDisposable
{
    private const int KeyLength = 16;
    private const int PageSize = 500;

    /// <summary>So many forgotten versions are carried along before the whole is made anew.</summary>
    private const int MostForgotten = 2000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<CustomerId, long> _versions = [];
    private CustomerRegister _register = NewRegister();
    private int _forgotten;

    /// <summary>Brings the register up to date and searches with it; nobody changes it meanwhile.</summary>
    public async Task<TResult> UseAsync<TResult>(
        OpenCompartment open, Func<CustomerRegister, Task<TResult>> search, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await RefreshAsync(open, cancellation);
            return await search(_register);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        _register.Dispose();
    }

    /// <summary>
    /// Every value that a customer has or had under a kind, as text; earlier ones stay in old paperwork.
    /// </summary>
    public static IEnumerable<string> Values(OpenCompartment open, OpenCustomer customer, string kind, CardField field)
    {
        for (long version = 1; version <= field.Version; version++)
        {
            JsonElement value = RevealFields.OpenValue(open, customer, kind, field with { Version = version });
            yield return FieldText.Of(kind, value);
        }
    }

    private async Task RefreshAsync(OpenCompartment open, CancellationToken cancellation)
    {
        await open.SettleAsync(cancellation);
        if (_forgotten > MostForgotten)
        {
            _register.Dispose();
            _register = NewRegister();
            _versions.Clear();
            _forgotten = 0;
        }

        HashSet<CustomerId> gone = [.. _versions.Keys];
        byte[] after = new byte[IIdentifier.Size];
        List<CustomerRow> rows;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            rows = open.Read(session => session.CustomersAfter(after, PageSize));
            rows.ForEach(row =>
            {
                gone.Remove(row.Id);
                Take(open, row);
                after = RecordAddress.Bytes(row.Id);
            });
        }
        while (rows.Count == PageSize);
        foreach (CustomerId customer in gone)
        {
            Forget(customer);
        }
    }

    private void Take(OpenCompartment open, CustomerRow row)
    {
        if (_versions.TryGetValue(row.Id, out long known) && known == row.CardVersion)
        {
            return;
        }

        Forget(row.Id);
        using OpenCustomer customer = open.OpenCustomer(row);
        CustomerCard card;
        try
        {
            card = open.Read(session => CustomerCard.Open(customer, session));
        }
        catch (CardMissingException)
        {
            // It is being written just now and nobody has heard of it yet; the next matching takes it in.
            return;
        }

        foreach ((string kind, CardField field) in card.Fields)
        {
            IEnumerable<string> values = CustomerVariants.FindingKindOf(kind) is null
                ? []
                : Values(open, customer, kind, field);
            foreach (string value in values)
            {
                _register.Add(row.Id, kind, value);
            }
        }

        _versions[row.Id] = row.CardVersion;
    }

    private void Forget(CustomerId customer)
    {
        if (_versions.Remove(customer))
        {
            _register.Remove(customer);
            _forgotten++;
        }
    }

    private static CustomerRegister NewRegister() => new(RandomNumberGenerator.GetBytes(KeyLength));
}
