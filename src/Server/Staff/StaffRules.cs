using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Who may change whose roles and compartments. Pure.</summary>
internal static class StaffRules
{
    /// <summary>The rule's "no" to giving somebody roles, or null.</summary>
    /// <param name="actor">Who gives them.</param>
    /// <param name="actorRoles">What the giver is.</param>
    /// <param name="target">Who gets them; null for somebody new.</param>
    /// <param name="before">What the target is now.</param>
    /// <param name="after">What the target would be.</param>
    public static Refusal? CheckRoles(
        StaffId actor, IReadOnlyList<Role> actorRoles, StaffId? target, IReadOnlyList<Role> before,
        IReadOnlyList<Role> after)
    {
        if (actor == target)
        {
            return StaffRefusals.OwnSelf;
        }

        bool isAboutOwner = before.Contains(Role.Owner) || after.Contains(Role.Owner);
        return isAboutOwner && !actorRoles.Contains(Role.Owner) ? StaffRefusals.OwnerOnly : null;
    }

    /// <summary>
    /// The rule's "no" to assigning compartments, or null. One exception: where one person is the whole firm, nobody
    /// else could do it.
    /// </summary>
    public static Refusal? CheckSeries(StaffId actor, StaffId target, int activeStaff) =>
        actor == target && activeStaff > 1 ? StaffRefusals.OwnSelf : null;

    /// <summary>
    /// The rule's "no" to recording a screening, or null; the same exception, and then it is an attestation.
    /// </summary>
    public static Refusal? CheckScreening(StaffId actor, StaffId target, int activeStaff) =>
        CheckSeries(actor, target, activeStaff);
}
