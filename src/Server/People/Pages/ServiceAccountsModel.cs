using Strongroom.Server.Staff;

namespace Strongroom.Server.People.Pages;

/// <summary>What the list of service accounts shows.</summary>
internal sealed record ServiceAccountsModel
{
    public required IReadOnlyList<ServiceAccountCard> Accounts { get; init; }

    /// <summary>Names of members of staff by id.</summary>
    public required IReadOnlyDictionary<string, string> Owners { get; init; }

    public required DateTimeOffset Now { get; init; }

    public string? Done { get; init; }
}
