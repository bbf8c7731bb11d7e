using System.Globalization;
using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// Reveals fields of one customer for a purpose; the audit entry is durable before any value is read.
/// </summary>
internal sealed class RevealFields(
    CustomerAccess access, FieldKinds kinds, RevealAllowance allowance, Settings settings, TimeProvider time)
{
    internal const int LongestCase = 64;

    private static readonly FieldFault NoSuchVersion =
        new("version", "Name one field, and one of its versions, from 1 to the newest.");

    public static void Map(RouteGroupBuilder customers) => // POST: a reveal is a record
        customers.MapPost("/{code}/reveals", async (
            CustomerCode code, RevealRequest request, CurrentStanding standing, RevealFields reveal,
            CancellationToken cancellation) =>
        {
            RevealedFields revealed = await reveal.RunAsync(standing.Value, code, request, cancellation);
            return TypedResults.Created((string?)null, revealed);
        }).RequirePermission(Permission.RevealFields).RequireRateLimiting(RateLimits.Reveal);

    public async Task<RevealedFields> RunAsync(
        Standing who, CustomerCode code, RevealRequest request, CancellationToken cancellation)
    {
        IReadOnlyList<FieldKind> asked = kinds.FindAll(request.Fields);
        Check(asked, request);
        await allowance.TakeAsync(who, request.Confirmed, cancellation);
        using OpenCompartment open = await OpenAsync(who, code, asked, request, cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        if (card.TrashedAt is not null)
        {
            throw new RefusedException(CustomerRefusals.InTrash);
        }

        var values = Values(open, customer, card, asked, request.Version);
        allowance.Keep(who, code, request);
        return new RevealedFields(values, time.GetUtcNow() + settings.RevealFor, open.Entry!.Value);
    }

    private static void Check(IReadOnlyList<FieldKind> asked, RevealRequest request)
    {
        if (asked.Count == 0 || request.Case is { Length: > LongestCase })
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "fields", "Name at least one field; a case has up to 64 characters."));
        }

        if (request.Version is not null && asked.Count > 1)
        {
            throw new RefusedException(CustomerRefusals.Invalid, NoSuchVersion);
        }
    }

    private async Task<OpenCompartment> OpenAsync(
        Standing who, CustomerCode code, IReadOnlyList<FieldKind> asked, RevealRequest request,
        CancellationToken cancellation)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        if (request.Version is { } version)
        {
            details.Add("version", version.ToString(CultureInfo.InvariantCulture));
        }

        try
        {
            return await access.OpenAsync(
                who, code, AuditAct.Revealed, Permission.RevealFields,
                access => access with
                {
                    Kinds = [.. asked.Select(kind => kind.Name)],
                    Sensitivity = asked.Max(kind => kind.Sensitivity),
                    Purpose = request.Purpose,
                    Case = request.Case,
                    Details = details,
                },
                cancellation);
        }
        catch (RefusedException)
        {
            allowance.GiveBack(who);
            throw;
        }
    }

    /// <summary>Opens each field that the customer has: its newest version, or the one asked for.</summary>
    private static Dictionary<string, JsonElement> Values(
        OpenCompartment open, OpenCustomer customer, CustomerCard card, IReadOnlyList<FieldKind> asked,
        long? version)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (FieldKind kind in asked)
        {
            if (card.Fields.TryGetValue(kind.Name, out CardField? field))
            {
                CardField wanted = field with { Version = version ?? field.Version };
                values.Add(kind.Name, wanted.Version > 0 && wanted.Version <= field.Version
                    ? OpenValue(open, customer, kind.Name, wanted)
                    : throw new RefusedException(CustomerRefusals.Invalid, NoSuchVersion));
            }
        }

        return values;
    }

    /// <summary>Opens one value. Only after the door has said yes to that kind.</summary>
    internal static JsonElement OpenValue(OpenCompartment open, OpenCustomer customer, string kind, CardField field)
    {
        byte[] found = open.Read(
            session => session.Record(new RecordAddress(customer.Row.Id, field.Record), field.Version))
            ?? throw new RefusedException(StorageRefusals.StoreDamaged);
        byte[] json = customer.Seal.Open(CustomerDraft.Column(kind), field.Record, field.Version, found);
        return JsonSerializer.Deserialize(json, CustomersJson.Default.JsonElement);
    }
}
