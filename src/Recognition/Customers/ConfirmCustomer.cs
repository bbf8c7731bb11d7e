using Strongroom.Vocabulary;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// Opens a candidate and says whether the found text is really the customer's; keyed hashes of 64 bits only point to
/// candidates. <see cref="CustomerVariants.Agrees"/> compares.
/// </summary>
/// <param name="candidate">The customer.</param>
/// <param name="fieldKind">The field that it may be.</param>
/// <param name="found">The text as it stands in the document.</param>
/// <param name="cancellation">Stops it.</param>
/// <returns>The customer's code, or null when it is not this customer.</returns>
public delegate ValueTask<CustomerCode?> ConfirmCustomer(
    CustomerId candidate, string fieldKind, string found, CancellationToken cancellation);
