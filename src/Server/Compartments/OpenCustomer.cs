using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>A customer whose key is open. The key is wiped when this is disposed of.</summary>
internal sealed class OpenCustomer : IDisposable
{
    private readonly SealingKey _key;

    /// <param name="row">The customer's row.</param>
    /// <param name="key">The customer's key; this object owns it from now on.</param>
    /// <param name="compartment">Where the customer is.</param>
    public OpenCustomer(CustomerRow row, SealingKey key, CompartmentId compartment)
    {
        Row = row;
        _key = key;
        Seal = new OwnerSeal(key, compartment, row.Id);
    }

    public CustomerRow Row { get; }

    public OwnerSeal Seal { get; }

    public void Dispose() => _key.Dispose();
}
