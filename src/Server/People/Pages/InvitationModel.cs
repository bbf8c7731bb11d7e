using Strongroom.Server.Staff;

namespace Strongroom.Server.People.Pages;

/// <summary>What is handed over to a newcomer.</summary>
internal sealed record InvitationModel
{
    public required StaffCard Member { get; init; }

    /// <summary>The code; null where it was shown already.</summary>
    public required InvitationCard? Invitation { get; init; }

    /// <summary>Where the newcomer goes; it holds an id and no name.</summary>
    public required string Link { get; init; }
}
