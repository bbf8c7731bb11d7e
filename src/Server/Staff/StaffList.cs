namespace Strongroom.Server.Staff;

/// <summary>Members of staff, by name.</summary>
/// <param name="Items">All of them; a business has tens, not thousands.</param>
internal sealed record StaffList(IReadOnlyList<StaffCard> Items);
