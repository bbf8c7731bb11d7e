using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 1: the code, and with it the draft's cookie.</summary>
internal sealed class BeginSetup(SetupCode code, SetupDrafts drafts)
{
    /// <returns>The token for this browser's cookie.</returns>
    /// <exception cref="RefusedException">The code is wrong or has lapsed; the fifth wrong one draws another.</exception>
    public string Run(PersonalText untrustedCode) => code.Matches(untrustedCode.Reveal())
        ? drafts.Begin()
        : throw new RefusedException(SetupRefusals.WrongCode);
}
