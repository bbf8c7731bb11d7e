using System.Collections.Frozen;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>
/// Which pages stay shut for somebody who is not screened or has not signed. Who works with customers only has nothing
/// else to do here; who also runs the house keeps its pages, or nobody could tick a lapsed screening. Pure.
/// </summary>
internal static class WaitingRule
{
    private static readonly FrozenSet<Permission> House = FrozenSet.Create(
        Permission.ManageCompartments, Permission.ViewStaff, Permission.ManageStaff, Permission.RecordScreenings,
        Permission.PublishAgreements, Permission.ManageServiceAccounts, Permission.ReadAuditLog, Permission.ViewChecks,
        Permission.AcknowledgeChecks);

    private static readonly FrozenSet<Permission> Shared =
        FrozenSet.Create(Permission.ViewCompartments, Permission.ViewJobs);

    /// <summary>The rule's "no", the same that the door to a compartment gives; null where the page is open.</summary>
    /// <param name="who">Who asks for a page.</param>
    /// <param name="required">What the page asks for.</param>
    /// <param name="isHome">Whether it is the first page.</param>
    /// <param name="now">The instant that lapses are measured at.</param>
    public static Refusal? Check(Standing who, Permission required, bool isHome, DateTimeOffset now)
    {
        if (who.Actor.Kind != ActorKind.StaffMember || (!isHome && required <= Permission.LoggedIn))
        {
            return null;
        }

        bool runsTheHouse = who.Permissions.Overlaps(House);
        bool isOpen = runsTheHouse && (isHome || House.Contains(required) || Shared.Contains(required));
        return isOpen ? null : AccessRule.CheckPerson(who, now);
    }
}
