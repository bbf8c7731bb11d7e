using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>
/// Takes a signature of the agreement by the signer's own passkey: the challenge that it signs is the agreement's hash.
/// </summary>
internal sealed class SignByPasskey(RegistryDb db, AskPasskey ask, SignAgreement sign)
{
    private const string AgreementTerm = "agreement";
    private const string NameTerm = "name";
    private const string NonceTerm = "nonce";
    private const string DisplayedTerm = "displayed";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/agreements/{id}/signatures/passkeys/challenges", async (
            AgreementId id, SignRequest request, SignByPasskey sign, Standing standing,
            CancellationToken cancellation) =>
                TypedResults.Ok(await sign.BeginAsync(standing, id, request, cancellation)))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
        api.MapPost("/agreements/{id}/signatures/passkeys", async (
            AgreementId id, PasskeyAnswer answer, SignByPasskey sign, Standing standing,
            CancellationToken cancellation) =>
        {
            ReceiptCard card = await sign.RunAsync(standing, id, answer, cancellation);
            return TypedResults.Created(
                string.Create(CultureInfo.InvariantCulture,
                    $"/api/v1/agreements/{card.Agreement}/signatures/{card.Receipt}"), card);
        })
        .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
    }

    public async Task<PasskeyOptionsCard> BeginAsync(
        Standing standing, AgreementId id, SignRequest request, CancellationToken cancellation)
    {
        if (standing.Session is not { } session || standing.Actor.Id is not StaffId signer)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        string name = SignAgreement.ReadName(request);
        AgreementRow agreement = await sign.FindCurrentAsync(id, cancellation);
        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == signer, cancellation);
        byte[] nonce = RandomNumberGenerator.GetBytes(AgreementHash.NonceBytes);
        var ceremony = new Ceremony
        {
            Kind = CeremonyKind.Agreement,
            BoundTo = session,
            State = string.Empty,
            Terms = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [AgreementTerm] = id.ToString(),
                [NameTerm] = name,
                [NonceTerm] = Convert.ToHexString(nonce),
                [DisplayedTerm] = DisplayedText.Say(agreement, request.Shown),
            },
        };
        return await ask.BeginAsync(
            ceremony, staff, AgreementHash.Of(agreement.Id, agreement.Version, agreement.Text, signer, nonce));
    }

    public async Task<ReceiptCard> RunAsync(
        Standing standing, AgreementId id, PasskeyAnswer answer, CancellationToken cancellation)
    {
        string session = standing.Session ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        PasskeyProof? proof = await ask.CheckAsync(answer, CeremonyKind.Agreement, session, cancellation);
        if (proof is null || !string.Equals(
            proof.Ceremony.Terms[AgreementTerm], id.ToString(), StringComparison.Ordinal))
        {
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }

        // A version published meanwhile is another text: the signature is not for it.
        AgreementRow agreement = await sign.FindCurrentAsync(id, cancellation);
        if (await sign.FindEarlierAsync(id, proof.Staff.Id, cancellation) is { } earlier)
        {
            return ReceiptCard.Of(earlier, agreement);
        }

        SignatureRow row = await sign.RecordAsync(agreement, proof.Staff, Row(agreement, proof), cancellation);
        await db.SaveChangesAsync(cancellation);
        return ReceiptCard.Of(row, agreement);
    }

    private static SignatureRow Row(AgreementRow agreement, PasskeyProof proof)
    {
        IReadOnlyDictionary<string, string> terms = proof.Ceremony.Terms;
        byte[] nonce = Convert.FromHexString(terms[NonceTerm]);
        return new SignatureRow
        {
            Agreement = agreement.Id,
            Staff = proof.Staff.Id,
            Name = terms[NameTerm],
            Nonce = nonce,
            Hash = AgreementHash.Of(agreement.Id, agreement.Version, agreement.Text, proof.Staff.Id, nonce),
            Method = SignatureRow.Passkey,
            Displayed = terms[DisplayedTerm],
            Credential = proof.Assertion.Credential,
            PublicKey = proof.Passkey.PublicKey,
            Authenticator = proof.Assertion.Authenticator,
            Browser = proof.Assertion.Browser,
            Assertion = proof.Assertion.Signature,
        };
    }
}
