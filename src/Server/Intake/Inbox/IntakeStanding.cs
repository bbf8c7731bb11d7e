using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// What a public form may do: register customers in its own series, and nothing else. Somebody who may publish forms has
/// granted it, and taking the form back ends it for whatever is sent from then on.
/// </summary>
internal static class IntakeStanding
{
    public static readonly Actor Actor = new(ActorKind.IntakeForm, null);

    public static Standing For(string series) => new()
    {
        Actor = Actor,
        Permissions = new HashSet<Permission> { Permission.CreateCustomers },
        Series = new HashSet<string>(StringComparer.Ordinal) { series },
        // No person sees anything here, so there is nobody to screen and nobody to sign.
        ScreenedUntil = DateTimeOffset.MaxValue,
        HasSignedCurrentAgreement = true,
    };
}
