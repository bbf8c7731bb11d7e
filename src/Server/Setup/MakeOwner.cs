using Strongroom.Server.Agreements;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Setup;

/// <summary>
/// Makes the first person: attested, signed, active. One transaction with the row that makes the claim final.
/// </summary>
internal sealed class MakeOwner(
    RegistryDb db, FoundingActs acts, JoinStaff join, SecondFactor factor, TimeProvider time)
{
    public async Task<ClaimedCard> RunAsync(ClaimTerms terms, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var owner = new StaffRow
        {
            Id = terms.Owner,
            Email = terms.Email,
            Name = terms.Name,
            State = StaffState.Invited,
            Roles = terms.Roles,
            Series = terms.Series,
            Stamp = Sessions.NewStamp(),
            FactorSalt = terms.FactorSalt,
            FactorStep = terms.FactorStep,
            CreatedAt = now,
        };
        db.Add(owner);
        db.Add(new InstallationRow { Business = terms.Business, ClaimedAt = now });
        SignatureRow signature = await acts.RunAsync(owner, cancellation);

        // Saves everything above, too.
        JoinedCard joined = await join.RunAsync(owner, terms.Password, terms.RecoveryCodes, cancellation);
        byte[] secret = factor.Secret(owner);
        return new ClaimedCard(
            joined.Id, TimeCode.Write(secret), TimeCode.Uri(secret, owner.Email), joined.RecoveryCodes,
            signature.Receipt);
    }
}
