using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>An invitation's code alone, to see what it is for. It never stands in an address.</summary>
/// <param name="Code">As it was handed over.</param>
internal sealed record InvitationRequest(PersonalText Code);
