using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>A key holder types the code back and acknowledges the duties.</summary>
/// <param name="Code">The code, off the paper.</param>
/// <param name="DutiesSha256">The hash of the text that was shown.</param>
/// <param name="Accepted">That it was read and is acknowledged.</param>
internal sealed record AcknowledgeRequest(PersonalText Code, string DutiesSha256, bool Accepted);
