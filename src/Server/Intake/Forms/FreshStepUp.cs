using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Where the public sends its data, and who may frame the form, is changed only with a fresh step-up.</summary>
internal sealed class FreshStepUp(Settings settings, TimeProvider time)
{
    /// <exception cref="RefusedException">The second factor was not given lately, or a program asks.</exception>
    public void Require(Standing who) => StepUp.Require(who, settings, time);
}
