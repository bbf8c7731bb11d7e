using Strongroom.AuditLog;
using Strongroom.Server.Agreements;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// What happens once, at the founding: the claim's entry, the attestation, the first version of the agreement and its
/// signature.
/// </summary>
internal sealed class FoundingActs(
    PublishAgreement publish, SignAgreement sign, RecordScreening screen, MakeDecoy decoy, AuditWriter audit)
{
    /// <summary>Adds all of it for an owner whom the database does not know yet; the caller saves.</summary>
    public async Task<SignatureRow> RunAsync(StaffRow owner, CancellationToken cancellation)
    {
        await decoy.AddAsync(cancellation);
        var actor = Actor.Of(owner.Id);
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.Claimed,
                Actor = actor,
                Result = AuditResult.Done,
                Body = StaffFacts.Of(owner),
            },
            cancellation);
        await screen.AttestAsync(owner, cancellation);
        AgreementRow agreement = await publish.AddAsync(actor, CanonicalText.Default, cancellation);
        return await sign.AddAsync(
            agreement, owner, owner.Name, DisplayedText.Say(agreement, isShownByPage: false), cancellation);
    }
}
