namespace Strongroom.Server.Staff;

/// <summary>
/// What audit entries say of a member of staff: id, roles, compartments, state; no name and no address.
/// </summary>
internal static class StaffFacts
{
    public static Dictionary<string, string> Of(StaffRow staff) => new(StringComparer.Ordinal)
    {
        ["staff"] = staff.Id.ToString(),
        ["roles"] = staff.RolesText,
        ["series"] = staff.SeriesText,
        ["state"] = staff.State.ToString(),
    };
}
