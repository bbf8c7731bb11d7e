using Strongroom.Server.Compartments;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// What a slice that stands above this one keeps of a customer beside the records, so that erasing takes it along.
/// </summary>
internal interface IPaperOfCustomer
{
    /// <summary>The customer's documents, and their sealed files relative to the data folder.</summary>
    (IReadOnlyList<DocumentId> Documents, IReadOnlyList<string> Files) Find(OpenCompartment open, OpenCustomer customer);
}
