using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>What a newcomer sends to join.</summary>
/// <param name="Code">The invitation's code.</param>
/// <param name="Password">The password to be.</param>
/// <param name="FactorCode">A code of the authenticator, which shows that it has the secret.</param>
internal sealed record AcceptRequest(PersonalText Code, PersonalText Password, PersonalText FactorCode);
