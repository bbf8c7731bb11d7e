using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>
/// Publishes a version; from the next request on, whoever has not signed it stands before a shut door.
/// </summary>
internal sealed class PublishAgreement(RegistryDb db, AuditWriter audit, TimeProvider time)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/agreements", async (
            PublishRequest request, PublishAgreement publish, Actor actor, CancellationToken cancellation) =>
        {
            AgreementCard card = await publish.RunAsync(actor, request, cancellation);
            return TypedResults.Created($"/api/v1/agreements/{card.Id}", card);
        })
        .RequirePermission(Permission.PublishAgreements);

    public async Task<AgreementCard> RunAsync(Actor actor, PublishRequest request, CancellationToken cancellation)
    {
        if (!CanonicalText.TryMake(request.Text, out string? text))
        {
            throw new RefusedException(
                AgreementRefusals.Invalid, new FieldFault(
                    "text", "Markdown of at most 64 KiB, without control characters."));
        }

        AgreementRow row = await AddAsync(actor, text, cancellation);
        await db.SaveChangesAsync(cancellation);
        return AgreementCard.Of(row, isCurrent: true, withText: true);
    }

    /// <summary>Records and adds the next version; the caller saves. The claim uses it too.</summary>
    public async Task<AgreementRow> AddAsync(Actor actor, string canonicalText, CancellationToken cancellation)
    {
        long last = await db.Set<AgreementRow>().MaxAsync(row => (long?)row.Version, cancellation) ?? 0;
        var row = new AgreementRow
        {
            Version = last + 1,
            Text = canonicalText,
            TextHash = CanonicalText.Hash(canonicalText),
            PublishedBy = actor.ToString(),
            PublishedAt = time.GetUtcNow(),
        };
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.AgreementPublished,
                Actor = actor,
                Result = AuditResult.Done,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["agreement"] = row.Id.ToString(),
                    ["version"] = row.Version.ToString(CultureInfo.InvariantCulture),
                    ["textSha256"] = Convert.ToHexStringLower(row.TextHash),
                },
            },
            cancellation);
        CurrentAgreementRow? current = await db.Set<CurrentAgreementRow>().SingleOrDefaultAsync(cancellation);
        if (current is null)
        {
            current = new CurrentAgreementRow();
            db.Add(current);
        }

        current.Agreement = row.Id;
        db.Add(row);
        return row;
    }
}
