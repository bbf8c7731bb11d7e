using Strongroom.Server.Compartments;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// What a slice that stands above this one keeps of a customer beside the records, so that erasing takes it along.
/// </summary>
internal interface IPaperOfCustomer
{
    /// <summary>The customer's documents, and sealed files relative to the data folder that hold something of them.</summary>
    Task<(IReadOnlyList<DocumentId> Documents, IReadOnlyList<string> Files)> FindAsync(
        OpenCompartment open, OpenCustomer customer, CancellationToken cancellation);
}
