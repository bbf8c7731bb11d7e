using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>The second factor given again.</summary>
/// <param name="Code">A fresh code of the authenticator, or a recovery code.</param>
/// <param name="Password">Not needed; taken so that a form may ask for both.</param>
internal sealed record StepUpRequest(PersonalText Code, PersonalText? Password = null);
