using System.Collections.Frozen;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Which permissions a role grants. Two lines matter most: the owner grants but does not reveal, and who watches
/// (security officer, auditor) sees no customer.
/// </summary>
internal static class RolePermissions
{
    private static readonly FrozenDictionary<Role, Permission[]> Table = new Dictionary<Role, Permission[]>
    {
        [Role.Owner] =
        [
            Permission.ViewCompartments, Permission.ManageCompartments, Permission.ViewStaff, Permission.ManageStaff,
            Permission.ManageServiceAccounts, Permission.PublishAgreements, Permission.ViewChecks, Permission.ViewJobs,
            Permission.ReadAuditLog, Permission.AcknowledgeChecks, Permission.ViewForms, Permission.PublishForms,
            Permission.ViewRecipients, Permission.ManageRecipients,
            Permission.ViewKeys, Permission.ManageKeys,
        ],
        [Role.SecurityOfficer] =
        [
            Permission.ViewCompartments, Permission.ViewStaff, Permission.ManageStaff, Permission.RecordScreenings,
            Permission.PublishAgreements, Permission.ReadAuditLog, Permission.ViewChecks,
            Permission.AcknowledgeChecks, Permission.ViewForms, Permission.HoldCustomers, Permission.ViewKeys,
            Permission.ManageKeys, Permission.ViewRecipients, Permission.ManageRecipients,
        ],
        [Role.CaseHandler] =
        [
            Permission.CreateCustomers, Permission.ViewCustomers, Permission.LookUpCustomers, Permission.RevealFields,
            Permission.ConfirmCustomers, Permission.CorrectCustomers, Permission.ImportCustomers,
            Permission.EraseCustomers, Permission.RedactDocuments, Permission.FileInArchive,
            Permission.ReadArchive, Permission.ViewCompartments, Permission.ViewJobs, Permission.ViewRecipients,
            Permission.ExportForRecipients, Permission.ResolveRecipientCodes,
        ],
        [Role.RecordsClerk] =
        [
            Permission.ViewCustomers, Permission.LookUpCustomers, Permission.ImportCustomers,
            Permission.RedactDocuments,
            Permission.FileInArchive, Permission.ReadArchive, Permission.ViewCompartments, Permission.ViewJobs,
        ],
        [Role.FrontDesk] =
        [
            Permission.CreateCustomers, Permission.ViewCustomers, Permission.LookUpCustomers, Permission.RevealFields,
            Permission.ConfirmCustomers, Permission.ViewCompartments,
        ],
        [Role.Auditor] = [Permission.ReadAuditLog, Permission.ViewChecks, Permission.ViewKeys],
    }.ToFrozenDictionary();

    // What the front desk may show: enough to call back.
    private static readonly FrozenSet<string> FrontDeskKinds = FrozenSet.Create(StringComparer.Ordinal, "phone");

    /// <summary>The field kinds that the roles may reveal where they may reveal at all; null means every kind.</summary>
    public static IReadOnlySet<string>? RevealKinds(IReadOnlyList<Role> roles) =>
        roles.Contains(Role.FrontDesk) && !roles.Contains(Role.CaseHandler) ? FrontDeskKinds : null;

    /// <summary>
    /// Everything that any of the roles grants; whoever is logged in may also do what asks for that only.
    /// </summary>
    public static IReadOnlySet<Permission> Of(IEnumerable<Role> roles)
    {
        var granted = new HashSet<Permission> { Permission.Anyone, Permission.LoggedIn };
        foreach (Role role in roles)
        {
            granted.UnionWith(Table.TryGetValue(role, out Permission[]? permissions) ? permissions : []);
        }

        return granted;
    }
}
