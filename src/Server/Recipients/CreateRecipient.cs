using System.Globalization;
using System.Text;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// Makes a recipient. The same outsider with another purpose is another recipient, whose codes have nothing in common.
/// </summary>
internal sealed class CreateRecipient(
    RecipientRegister register, AccessTerms terms, AuditWriter audit, TimeProvider time)
{
    private const int ShortestName = 2;
    private const int LongestName = 80;
    private const int MostYears = 10;

    public static void Map(RouteGroupBuilder recipients) =>
        recipients.MapPost("/", async (
            RecipientRequest request, CurrentStanding standing, CreateRecipient create,
            CancellationToken cancellation) =>
        {
            RecipientCard card = await create.RunAsync(standing.Value, request, cancellation);
            return TypedResults.Created($"/api/v1/recipients/{card.Id}", card);
        }).RequirePermission(Permission.ManageRecipients);

    /// <exception cref="RefusedException">Something does not fit, or one of this name and purpose is there.</exception>
    public async Task<RecipientCard> RunAsync(
        Standing who, RecipientRequest request, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        string name = string.Join(' ', request.Name.Normalize(NormalizationForm.FormC).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        List<FieldFault> faults = [.. Faults(name, request, now)];
        if (faults.Count > 0)
        {
            throw new RefusedException(RecipientRefusals.Invalid, [.. faults]);
        }

        if (await register.IsTakenAsync(name, request.Purpose, cancellation))
        {
            throw new RefusedException(RecipientRefusals.Taken);
        }

        var row = new RecipientRow
        {
            Id = RecipientId.New(),
            Name = name,
            Purpose = request.Purpose,
            CreatedAt = now,
            CreatedBy = who.Actor.ToString(),
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
        await audit.RecordAsync(Draft(who, row), cancellation);
        await register.AddAsync(row, cancellation);
        return RecipientCard.Of(row, now);
    }

    private IEnumerable<FieldFault> Faults(string name, RecipientRequest request, DateTimeOffset now)
    {
        if (name.Length is < ShortestName or > LongestName || name.Any(char.IsControl))
        {
            yield return new FieldFault("name", "A name has 2 to 80 characters.");
        }

        if (!terms.Purposes.Contains(request.Purpose))
        {
            yield return new FieldFault("purpose", "Choose one of the purposes. GET /api/v1/purposes lists them.");
        }

        if (request.ExpiresAt is { } end && (end <= now || end > now.AddYears(MostYears)))
        {
            yield return new FieldFault("expiresAt", "The end lies ahead, ten years at the most.");
        }
    }

    private static AuditDraft Draft(Standing who, RecipientRow row) => new()
    {
        Act = AuditAct.RecipientCreated,
        Actor = who.Actor,
        Result = AuditResult.Done,
        Body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["recipient"] = row.Id.ToString(),
            ["name"] = row.Name,
            ["purpose"] = row.Purpose,
            ["until"] = row.ExpiresAt?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty,
        },
    };
}
