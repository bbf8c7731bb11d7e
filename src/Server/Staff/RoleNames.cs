using System.Diagnostics.CodeAnalysis;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Roles as they are written: <c>owner</c>, <c>security-officer</c>, <c>case-handler</c>, … Pure.</summary>
internal static class RoleNames
{
    private static readonly (Role Role, string Name)[] Names =
    [
        (Role.Owner, "owner"), (Role.SecurityOfficer, "security-officer"), (Role.CaseHandler, "case-handler"),
        (Role.RecordsClerk, "records-clerk"), (Role.FrontDesk, "front-desk"), (Role.Auditor, "auditor"),
    ];

    public static string Write(Role role) => Array.Find(Names, pair => pair.Role == role).Name;

    public static bool TryParse(string untrustedName, out Role role)
    {
        role = Array.Find(Names, pair => string.Equals(pair.Name, untrustedName, StringComparison.Ordinal)).Role;
        return role != Role.None;
    }

    /// <summary>Reads a list in which each role stands once.</summary>
    public static bool TryParse(
        IReadOnlyList<string> untrustedNames, [NotNullWhen(true)] out IReadOnlyList<Role>? roles)
    {
        var read = new List<Role>();
        foreach (string name in untrustedNames)
        {
            if (!TryParse(name, out Role role) || read.Contains(role))
            {
                roles = null;
                return false;
            }

            read.Add(role);
        }

        roles = [.. read.Order()];
        return true;
    }
}
