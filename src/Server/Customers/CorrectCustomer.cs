using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// Corrects fields of a customer. The old values stay, sealed, as history; their index rows stay too and find nothing.
/// </summary>
internal sealed class CorrectCustomer(
    CustomerAccess access, FieldKinds kinds, AccessTerms terms, TimeProvider time)
{
    public static void Map(RouteGroupBuilder customers) =>
        customers.MapPatch("/{code}", async (
            CustomerCode code, CorrectRequest request, CurrentStanding standing, HttpContext http,
            CorrectCustomer correct,
            CancellationToken cancellation) =>
        {
            long version = ReadVersion(http.Request.Headers.IfMatch.ToString());
            (MaskedCustomer customer, long next) = await correct.RunAsync(
                standing.Value, code, version, request, cancellation);
            http.Response.Headers.ETag = ViewCustomer.Tag(next);
            return TypedResults.Ok(customer);
        }).RequirePermission(Permission.CorrectCustomers);

    public async Task<(MaskedCustomer Customer, long Version)> RunAsync(
        Standing who, CustomerCode code, long version, CorrectRequest request, CancellationToken cancellation)
    {
        var fields = FieldSet.Read(kinds, request.Fields);
        CheckWhy(request);
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.Corrected, Permission.CorrectCustomers,
            asked => asked with
            {
                Purpose = request.Purpose,
                Case = request.Case,
                Details = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["fields"] = string.Join(',', fields.Values.Select(field => field.Kind.Name)),
                },
            },
            cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        if (customer.Row.CardVersion != version)
        {
            throw new RefusedException(CustomerRefusals.Changed);
        }

        var change = FieldChange.Now(time.GetUtcNow(), who.Actor, request.Purpose, request.Case);
        var draft = CustomerDraft.Change(customer.Seal, version, card, fields, change);
        await WriteAsync(open, customer, draft, IndexPlan.Tags(open, fields), cancellation);
        return (MaskedCustomer.Of(code, open.Facts.Name, draft.Card, kinds), version + 1);
    }

    /// <summary>Writes the next version, if nobody was faster.</summary>
    internal static async Task WriteAsync(
        OpenCompartment open, OpenCustomer customer, CustomerDraft draft, List<(string Field, byte[] Tag)> tags,
        CancellationToken cancellation)
    {
        long from = customer.Row.CardVersion;
        bool isMoved = await open.WriteAsync(
            session =>
            {
                if (!session.MoveCustomer(customer.Row.Id, from, from + 1))
                {
                    return false;
                }

                draft.Write(session);
                session.AddBlinds(tags, customer.Row.Id);
                return true;
            },
            cancellation);
        if (!isMoved)
        {
            throw new RefusedException(CustomerRefusals.Changed);
        }
    }

    private void CheckWhy(CorrectRequest request)
    {
        if (request.Purpose is { } purpose && !terms.Purposes.Contains(purpose))
        {
            throw new RefusedException(AccessRefusals.PurposeRequired);
        }

        if (request.Case is { Length: > RevealFields.LongestCase })
        {
            throw new RefusedException(
                CustomerRefusals.Invalid, new FieldFault("case", "A case has up to 64 characters."));
        }
    }

    private static long ReadVersion(string untrustedTag)
    {
        if (untrustedTag.Length == 0)
        {
            throw new RefusedException(CustomerRefusals.VersionMissing);
        }

        return long.TryParse(untrustedTag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            ? version
            : throw new RefusedException(CustomerRefusals.Changed);
    }
}
