using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>Takes a member's acceptance of the current version and gives the receipt.</summary>
internal sealed class SignAgreement(RegistryDb db, FreshFactor fresh, AuditWriter audit, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/agreements/{id}/signatures", async (
            AgreementId id, SignRequest request, SignAgreement sign, Standing standing,
            CancellationToken cancellation) =>
        {
            ReceiptCard card = await sign.RunAsync(standing, id, request, cancellation);
            return TypedResults.Created(
                string.Create(CultureInfo.InvariantCulture,
                    $"/api/v1/agreements/{card.Agreement}/signatures/{card.Receipt}"), card);
        })
        .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);

    public async Task<ReceiptCard> RunAsync(
        Standing standing, AgreementId id, SignRequest request, CancellationToken cancellation)
    {
        var signer = standing.Actor.Id as StaffId ?? throw new RefusedException(StaffRefusals.PeopleOnly);
        string name = ReadName(request);
        AgreementRow agreement = await FindCurrentAsync(id, cancellation);
        if (await FindEarlierAsync(id, signer, cancellation) is { } earlier)
        {
            return ReceiptCard.Of(earlier, agreement);
        }

        await fresh.RequireAsync(standing, request.Code, cancellation);
        StaffRow staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == signer, cancellation);
        SignatureRow signature = await AddAsync(
            agreement, staff, name, DisplayedText.Say(agreement, request.Shown), cancellation);
        await db.SaveChangesAsync(cancellation);
        return ReceiptCard.Of(signature, agreement);
    }

    /// <summary>Records and adds the acceptance; the caller saves. The claim uses it too.</summary>
    public async Task<SignatureRow> AddAsync(
        AgreementRow agreement, StaffRow staff, string typedName, string displayed, CancellationToken cancellation)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(AgreementHash.NonceBytes);
        var row = new SignatureRow
        {
            Agreement = agreement.Id,
            Staff = staff.Id,
            Name = typedName,
            Nonce = nonce,
            Hash = AgreementHash.Of(agreement.Id, agreement.Version, agreement.Text, staff.Id, nonce),
            Displayed = displayed,
        };
        return await RecordAsync(agreement, staff, row, cancellation);
    }

    /// <summary>Records and adds a signature whose hash and proof are filled in; the caller saves.</summary>
    public async Task<SignatureRow> RecordAsync(
        AgreementRow agreement, StaffRow staff, SignatureRow row, CancellationToken cancellation)
    {
        // To the millisecond, as it is stored: the receipt given now is the one that is read later.
        row.SignedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        row.Entry = await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.AgreementSigned,
                Actor = Actor.Of(staff.Id),
                Result = AuditResult.Done,
                Body = SignatureFacts.Of(agreement, row),
            },
            cancellation);
        db.Add(row);
        staff.SignedAgreement = agreement.Id;
        return row;
    }

    /// <summary>The name as it was typed; intent must be there.</summary>
    /// <exception cref="RefusedException">Something does not fit.</exception>
    public static string ReadName(SignRequest request)
    {
        var input = new StaffInput();
        string name = input.Text("name", request.Name, StaffInput.LongestName);
        input.Require("intent", request.Intent, "True, if you mean to sign.");
        input.ThrowIfFaulty();
        return name;
    }

    /// <summary>What this member has signed of this version already.</summary>
    public Task<SignatureRow?> FindEarlierAsync(
        AgreementId id, StaffId signer, CancellationToken cancellation) => db.Set<SignatureRow>().AsNoTracking()
        .SingleOrDefaultAsync(row => row.Agreement == id && row.Staff == signer, cancellation);

    /// <summary>The version of that id, if it is the one to be signed now.</summary>
    /// <exception cref="RefusedException">There is none, or a newer one has taken its place.</exception>
    public async Task<AgreementRow> FindCurrentAsync(AgreementId id, CancellationToken cancellation)
    {
        AgreementRow row = await db.Set<AgreementRow>().AsNoTracking()
            .SingleOrDefaultAsync(agreement => agreement.Id == id, cancellation)
            ?? throw new RefusedException(AgreementRefusals.NotFound);
        bool isCurrent = await db.Set<CurrentAgreementRow>().AnyAsync(current => current.Agreement == id, cancellation);
        return isCurrent ? row : throw new RefusedException(AgreementRefusals.Outdated);
    }
}
