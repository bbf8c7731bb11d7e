using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// Step 6: the first compartment, and with it everything becomes durable: keys, owner, settings, compartment, and the
/// owner's session.
/// </summary>
internal sealed class FinishSetup(
    ClaimInstallation claim, SaveChosen settings, CreateCompartment create, KeepPasskeys passkeys,
    BeginOwnersSession session)
{
    /// <param name="draft">Complete but for the compartment.</param>
    /// <param name="untrustedName">The first series' name.</param>
    /// <param name="untrustedKinds">Which of the template's own field kinds are wanted.</param>
    /// <param name="cancellation">Stops before anything is durable.</param>
    /// <exception cref="RefusedException">Something does not fit, or somebody else has claimed it.</exception>
    public async Task<SessionToken> RunAsync(
        SetupDraft draft, string untrustedName, IReadOnlyList<string> untrustedKinds, CancellationToken cancellation)
    {
        if (!CreateCompartment.IsName(untrustedName))
        {
            throw new RefusedException(SetupRefusals.Invalid, new FieldFault(
                "compartment", "2 to 40 lower-case letters, digits and dashes; a letter first, no number last."));
        }

        await create.CheckRoomAsync(cancellation);
        FieldKindSetting[] kinds = [.. draft.Template.Kinds.Where(kind => untrustedKinds.Contains(
            kind.Kind, StringComparer.Ordinal))];
        IReadOnlyDictionary<string, string> saved = settings.Add(
            draft.Address!.Settings().Concat(TradeTemplates.Settings(kinds, draft.Template.Purposes)));
        OwnerDraft owner = draft.Owner!;
        await claim.RunAsync(Terms(draft, owner, untrustedName), draft.Keys!, cancellation);

        // The claim is done: what follows finishes whoever has gone.
        var actor = Actor.Of(owner.Id);
        await settings.TakeAsync(actor, saved, CancellationToken.None);
        await passkeys.RunAsync(owner, CancellationToken.None);
        await create.RunAsync(
            Standing.Visitor with { Actor = actor }, new CreateCompartmentRequest { Name = untrustedName },
            CancellationToken.None);
        return await session.RunAsync(owner.Id, CancellationToken.None);
    }

    private static ClaimTerms Terms(SetupDraft draft, OwnerDraft owner, string series) => new()
    {
        Business = draft.Business,
        Name = owner.Name,
        Email = owner.Email,
        Password = owner.Password,
        Roles = owner.Roles,
        Series = owner.Roles.Contains(Role.CaseHandler) ? [series] : [],
        Owner = owner.Id,
        FactorSalt = owner.FactorSalt,
        FactorStep = owner.FactorStep!.Value,
        RecoveryCodes = owner.RecoveryCodes,
    };
}
