namespace Strongroom.Server.People.Pages;

/// <summary>Roles, states and dates as people read them.</summary>
internal static class RoleWords
{
    /// <summary>Every role with what it is for, in the order of the forms.</summary>
    public static readonly IReadOnlyList<(string Role, string Label, string Meaning)> All =
    [
        ("case-handler", "Case handler",
            "Registers and corrects customers, reveals fields for a purpose, handles paperwork."),
        ("front-desk", "Front desk",
            "Finds and registers customers, confirms who they are, reveals the phone number only."),
        ("records-clerk", "Records clerk", "Imports, redacts and files paperwork; reveals nothing."),
        ("security-officer", "Security officer",
            "Screens staff, publishes agreements, reads the log; sees no customer."),
        ("auditor", "Auditor", "Reads and verifies the log; sees no customer."),
        ("owner", "Owner", "Grants, opens and closes compartments; reveals nothing."),
    ];

    public static string Label(string role) =>
        All.FirstOrDefault(one => one.Role == role).Label ?? role;

    public static string Labels(IEnumerable<string> roles) => string.Join(", ", roles.Select(Label));
}
