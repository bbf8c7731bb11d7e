using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Makes a service account and shows its key once.</summary>
internal sealed class CreateServiceAccount(
    RegistryDb db, ServiceKeys keys, AuditWriter audit, Settings settings, TimeProvider time)
{
    private const int LongestPurpose = 200;
    private const int MostAddresses = 50;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/service-accounts", async (
            ServiceAccountRequest request, CreateServiceAccount create, Standing standing,
            CancellationToken cancellation) =>
            TypedResults.Created((string?)null, await create.RunAsync(standing, request, cancellation)))
        .RequirePermission(Permission.ManageServiceAccounts);

    public async Task<ServiceAccountCard> RunAsync(
        Standing standing, ServiceAccountRequest request, CancellationToken cancellation)
    {
        StepUp.Require(standing, settings, time);
        Scopes scopes = Check(request);
        StaffId owner = await OwnerAsync(standing, request.Owner, cancellation);
        string key = ServiceKeyText.New();
        var row = new ServiceAccountRow
        {
            Hash = keys.Hash(key),
            Name = request.Name.Trim(),
            Purpose = request.Purpose.Trim(),
            Owner = owner,
            Scopes = string.Join(',', scopes.Names),
            Series = string.Join(',', request.Series.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            Addresses = string.Join(',', request.Addresses ?? []),
            ExpiresAt = request.ExpiresAt.ToUniversalTime(),
            CreatedAt = time.GetUtcNow(),
        };
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.ServiceAccountCreated,
                Actor = standing.Actor,
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["account"] = row.Id.ToString(),
                    ["owner"] = owner.ToString(),
                    ["scopes"] = row.Scopes,
                    ["series"] = row.Series,
                },
            },
            cancellation);
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return ServiceAccountCard.Of(row, key);
    }

    private Scopes Check(ServiceAccountRequest request)
    {
        var input = new StaffInput();
        input.Text("name", request.Name, StaffInput.LongestName);
        input.Text("purpose", request.Purpose, LongestPurpose);
        input.Series(request.Series);
        bool areScopes = Scopes.TryParse(request.Scopes, out Scopes? scopes);
        input.Require("scopes", areScopes,
            "Known scopes such as customers:create, customers:lookup, reveal:email; one at least.");
        DateTimeOffset now = time.GetUtcNow();
        bool isLife = request.ExpiresAt > now && request.ExpiresAt <= now + LongestLife;
        input.Require("expiresAt", isLife, "In the future, one year at most.");
        IReadOnlyList<string> addresses = request.Addresses ?? [];
        bool areAddresses = addresses.Count <= MostAddresses && AllowedAddresses.AreValid(addresses);
        input.Require("addresses", areAddresses, "Addresses or networks, for example 10.0.0.0/8.");
        input.ThrowIfFaulty();
        return scopes!;
    }

    private async Task<StaffId> OwnerAsync(Standing standing, string? untrustedOwner, CancellationToken cancellation)
    {
        var self = (StaffId)standing.Actor.Id!;
        if (untrustedOwner is null)
        {
            return self;
        }

        bool isStaff = StaffId.TryParse(untrustedOwner, null, out StaffId? owner)
            && await db.Set<StaffRow>().AnyAsync(
                row => row.Id == owner && row.State == StaffState.Active, cancellation);
        return isStaff
            ? owner!
            : throw new RefusedException(
                StaffRefusals.Invalid, new FieldFault("owner", "The id of an active member of staff."));
    }
}
