using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Makes a passkey a way to log in. Whoever is logged in gives a fresh factor; an invitation's acceptance and the claim
/// answer for the person themselves and call the two methods that end in <c>For</c>.
/// </summary>
internal sealed class RegisterPasskey(
    RegistryDb db, PasskeyHandling handling, OpenCeremonies open, AuditWriter audit, TimeProvider time)
{
    /// <summary>Of one person.</summary>
    public const int Most = 20;

    private const int LongestTransport = 20;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/passkeys/registrations", async (
            FactorRequest request, RegisterPasskey register, FreshFactor fresh, Standing standing,
            CancellationToken cancellation) =>
        {
            await fresh.RequireAsync(standing, request.Code, cancellation);
            return TypedResults.Ok(await register.BeginAsync(standing, cancellation));
        }).RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
        api.MapPost("/passkeys", async (
            PasskeyRequest request, RegisterPasskey register, Standing standing, CancellationToken cancellation) =>
        {
            PasskeyCard card = await register.RunAsync(standing, request, cancellation);
            return TypedResults.Created($"/api/v1/passkeys/{card.Id}", card);
        }).RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
    }

    /// <summary>Begins for the caller, who has just given a factor.</summary>
    public async Task<PasskeyOptionsCard> BeginAsync(Standing standing, CancellationToken cancellation)
    {
        StaffRow staff = await OwnAsync(standing, cancellation);
        return await BeginForAsync(staff, standing.Session!, cancellation);
    }

    /// <summary>Registers what the caller began.</summary>
    public async Task<PasskeyCard> RunAsync(Standing standing, PasskeyRequest request, CancellationToken cancellation)
    {
        StaffRow staff = await OwnAsync(standing, cancellation);
        PasskeyRow row = await AddForAsync(staff, standing.Session!, request, cancellation);
        await db.SaveChangesAsync(cancellation);
        return PasskeyCard.Of(row);
    }

    /// <summary>Begins for somebody whom the caller of this method answers for.</summary>
    /// <param name="staff">Whose passkey it will be.</param>
    /// <param name="boundTo">What must be shown again with the answer: a session's, invitation's or claim's hash.</param>
    /// <param name="cancellation">Stops before anything is kept.</param>
    public async Task<PasskeyOptionsCard> BeginForAsync(
        StaffRow staff, string boundTo, CancellationToken cancellation)
    {
        if (await db.Set<PasskeyRow>().CountAsync(row => row.Staff == staff.Id, cancellation) >= Most)
        {
            throw new RefusedException(StaffRefusals.TooManyPasskeys);
        }

        PasskeyCreationOptionsResult made = await handling.Handler().MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = staff.Id.ToString(), Name = staff.Email, DisplayName = staff.Name },
            handling.Http);
        string id = open.Begin(new Ceremony
        {
            Kind = CeremonyKind.Registration,
            BoundTo = boundTo,
            State = made.AttestationState!,
        });
        using var options = JsonDocument.Parse(made.CreationOptionsJson);
        return new PasskeyOptionsCard(id, options.RootElement.Clone());
    }

    /// <summary>Checks the answer, records and adds the passkey; the caller saves.</summary>
    public async Task<PasskeyRow> AddForAsync(
        StaffRow staff, string boundTo, PasskeyRequest request, CancellationToken cancellation)
    {
        PasskeyRow row = await CheckForAsync(staff, boundTo, request, cancellation);
        await KeepAsync(row, cancellation);
        return row;
    }

    /// <summary>Checks the answer; nothing is written.</summary>
    public async Task<PasskeyRow> CheckForAsync(
        StaffRow staff, string boundTo, PasskeyRequest request, CancellationToken cancellation)
    {
        var input = new StaffInput();
        string name = input.Text("name", request.Name, RenamePasskey.LongestName);
        input.ThrowIfFaulty();
        PasskeyAttestationResult result = await AttestAsync(request, boundTo);
        if (!result.Succeeded
            || !string.Equals(result.UserEntity.Id, staff.Id.ToString(), StringComparison.Ordinal)
            || await IsKnownAsync(result.Passkey.CredentialId, cancellation))
        {
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }

        return Row(staff, name, result.Passkey);
    }

    /// <summary>Records and adds a passkey that was checked; the caller saves.</summary>
    public async Task KeepAsync(PasskeyRow row, CancellationToken cancellation)
    {
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.PasskeyAdded,
                Actor = Actor.Of(row.Staff),
                Result = AuditResult.Done,
                Body = PasskeyFacts.Of(row),
            },
            cancellation);
        db.Add(row);
    }

    private async Task<PasskeyAttestationResult> AttestAsync(PasskeyRequest request, string boundTo)
    {
        if (!open.TryTake(request.Ceremony, CeremonyKind.Registration, boundTo, out Ceremony? ceremony))
        {
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }

        return await handling.Handler().PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = handling.Http,
            CredentialJson = request.Credential.GetRawText(),
            AttestationState = ceremony.State,
        });
    }

    private Task<bool> IsKnownAsync(byte[] credential, CancellationToken cancellation) =>
        db.Set<PasskeyRow>().AnyAsync(row => row.Credential == credential, cancellation);

    private PasskeyRow Row(StaffRow staff, string name, UserPasskeyInfo made) => new()
    {
        Staff = staff.Id,
        Credential = made.CredentialId,
        PublicKey = made.PublicKey,
        SignCount = made.SignCount,
        Name = name,
        Transports = [.. (made.Transports ?? []).Where(IsTransport).Take(8)],
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        CreatedAt = time.GetUtcNow(),
    };

    // Browsers may name transports that are not known yet; what is no plain word is not kept.
    private static bool IsTransport(string untrustedName) =>
        untrustedName.Length is > 0 and <= LongestTransport
        && untrustedName.All(c => char.IsAsciiLetterLower(c) || c == '-');

    private async Task<StaffRow> OwnAsync(Standing standing, CancellationToken cancellation)
    {
        if (standing.Session is null || standing.Actor.Id is not StaffId id)
        {
            throw new RefusedException(StaffRefusals.PeopleOnly);
        }

        return await db.Set<StaffRow>().SingleAsync(row => row.Id == id, cancellation);
    }
}
