using Strongroom.Server.Staff;

namespace Strongroom.Server.People.Pages;

/// <summary>What the list of staff shows.</summary>
internal sealed record StaffListModel
{
    public required IReadOnlyList<StaffCard> Staff { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the reader may invite.</summary>
    public required bool MayManage { get; init; }
}
