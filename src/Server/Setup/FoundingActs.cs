using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Strongroom.AuditLog;
using Strongroom.Server.Agreements;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>What happens once, at the founding: the claim's entry, the attestation, the first version of the agreement and its signature.</summary>
internal sealed class FoundingActs(
    PublishAgreement publish, SignAgreement sign, RecordScreening screen, AuditWriter audit, FoundingTools tools)
{
    private const int AttestationYears = 1;

    public async Task<SignatureRow> RunAsync(StaffRow owner, CancellationToken cancellation)
    {
        var actor = new Actor(ActorKind.StaffMember, owner.Id);
        await audit.RecordAsync(
            new AuditDraft { Act = AuditAct.Claimed, Actor = actor, Result = AuditResult.Done, Body = StaffFacts.Of(owner) }, cancellation);
        DateTimeOffset now = tools.Time.GetUtcNow();
        var attestation = new ScreeningRow
        {
            Staff = owner.Id,
            Items = "founding attestation",
            DoneAt = now,
            ValidUntil = now.AddYears(AttestationYears),
            Proof = "the owner's own word at the founding",
            IsFounding = true,
            RecordedBy = owner.Id,
            RecordedAt = now,
        };
        await screen.RecordAsync(actor, attestation, cancellation);
        screen.Add(attestation, owner);
        AgreementRow agreement = await publish.AddAsync(actor, CanonicalText.Default, cancellation);
        return await sign.AddAsync(agreement, owner, owner.Name, cancellation);
    }

    /// <summary>The row that log-ins under unknown addresses are checked against; nobody knows its password.</summary>
    public Task<StaffRow> MakeDecoyAsync(CancellationToken cancellation) => tools.Queue.RunAsync(
        () =>
        {
            var decoy = new StaffRow
            {
                Email = CheckCredentials.DecoyEmail,
                Name = CheckCredentials.DecoyEmail,
                State = StaffState.Decoy,
                Stamp = Sessions.NewStamp(),
                FactorSalt = SecondFactor.NewSalt(),
                CreatedAt = tools.Time.GetUtcNow(),
            };
            decoy.Password = tools.Hasher.HashPassword(decoy, RandomNumberGenerator.GetHexString(64));
            return Task.FromResult(decoy);
        },
        cancellation);
}
