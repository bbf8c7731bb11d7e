using Strongroom.Server.Customers.History;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// One field as the customer's card has it: where the sealed value is, and what shows while it is masked.
/// </summary>
/// <param name="Record">The record that holds the value.</param>
/// <param name="Version">The newest version of it; earlier ones are the history.</param>
/// <param name="Masked">The mask, computed when the value came in.</param>
internal sealed record CardField(RecordId Record, long Version, string Masked)
{
    /// <summary>Who set which version; null on cards from before this was kept.</summary>
    public IReadOnlyList<FieldChange>? Changes { get; init; }
}
