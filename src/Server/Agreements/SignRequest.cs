using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>An acceptance of a version.</summary>
/// <param name="Name">The full name, typed.</param>
/// <param name="Intent">That the person means it; anything but true is refused.</param>
/// <param name="Code">A code of the authenticator; not needed within minutes of a log-in or step-up.</param>
/// <param name="Shown">Whether our page showed the text; otherwise the caller read the Markdown.</param>
internal sealed record SignRequest(
    string Name,
    bool Intent,
    PersonalText? Code = null,
    bool Shown = false)
{
    public override string ToString() => nameof(SignRequest);
}
