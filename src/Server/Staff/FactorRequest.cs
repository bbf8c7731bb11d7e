using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>What asks for a fresh factor and may bring it along.</summary>
/// <param name="Code">A code of the authenticator; not needed within minutes of a log-in or step-up.</param>
internal sealed record FactorRequest(PersonalText? Code = null);
