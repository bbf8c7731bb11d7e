using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>What the first person sends to own the installation.</summary>
/// <param name="Code">The one-time setup code.</param>
/// <param name="Business">The business's name.</param>
/// <param name="Name">The owner's full name; it is also the signature's.</param>
/// <param name="Email">The address that the owner logs in with.</param>
/// <param name="Password">At least 15 characters.</param>
/// <param name="Attestation">True: the owner declares to be entitled and fit to handle customers' confidences.</param>
/// <param name="Agreement">True: the owner has read the agreement and accepts it.</param>
/// <param name="AgreementSha256">The hash of the text that was read, as <c>GET /setup</c> gave it.</param>
/// <param name="Roles">More roles for a firm of one person: <c>case-handler</c>, <c>security-officer</c>.</param>
/// <param name="Series">Compartment series that the owner works in.</param>
internal sealed record ClaimRequest(
    PersonalText Code,
    string Business,
    string Name,
    string Email,
    PersonalText Password,
    bool Attestation,
    bool Agreement,
    string AgreementSha256,
    IReadOnlyList<string>? Roles = null,
    IReadOnlyList<string>? Series = null)
{
    public override string ToString() => nameof(ClaimRequest);
}
