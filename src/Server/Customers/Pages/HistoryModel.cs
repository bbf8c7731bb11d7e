using Strongroom.Server.Customers.History;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The history tab: every version of every field, without values.</summary>
internal sealed record HistoryModel : ICustomerTab
{
    public required CustomerModel Customer { get; init; }

    public required IReadOnlyList<ListedChange> Changes { get; init; }

    /// <summary>The labels of the kinds.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The names behind ids.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
}
