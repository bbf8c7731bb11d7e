namespace Strongroom.Server.Compartments;

/// <summary>What the rule is measured against, from the settings.</summary>
/// <param name="purposes">Gives the ids of the purposes in use; the setup can choose others while the server runs.</param>
/// <param name="stepUp">How long a step-up stays fresh.</param>
internal sealed class AccessTerms(Func<IReadOnlySet<string>> purposes, TimeSpan stepUp)
{
    public AccessTerms(IReadOnlySet<string> purposes, TimeSpan stepUp)
        : this(() => purposes, stepUp)
    {
    }

    public IReadOnlySet<string> Purposes => purposes();

    public TimeSpan StepUp => stepUp;
}
