using System.Text.Json;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Confirmations;

/// <summary>
/// A customer says a fact; the answer is whether it matches, and nothing else leaves. A try is taken before anything
/// is compared, and the outcome is in the log before it is told. Three misses lock the customer's checks for everybody.
/// </summary>
internal sealed class ConfirmFact(CustomerAccess access, FieldKinds kinds, AuditWriter audit, TimeProvider time)
{
    private const int LongestFact = 400;

    public static void Map(RouteGroupBuilder customers) => // POST: a check is a record
        customers.MapPost("/{code}/confirmations", async (
            CustomerCode code, ConfirmationRequest request, CurrentStanding standing, ConfirmFact confirm,
            CancellationToken cancellation) =>
            TypedResults.Ok(await confirm.RunAsync(standing.Value, code, request, cancellation)))
        .RequirePermission(Permission.ConfirmCustomers);

    public async Task<Confirmation> RunAsync(
        Standing who, CustomerCode code, ConfirmationRequest request, CancellationToken cancellation)
    {
        FieldKind? kind = FindKind(request.Kind);
        string said = request.Fact.Reveal();
        CheckFits(kind, said);
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.ConfirmationAsked, Permission.ConfirmCustomers,
            asked => asked with { IsOnlyNoted = true, Details = About(kind) }, cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        if (card.TrashedAt is not null)
        {
            throw new RefusedException(CustomerRefusals.InTrash);
        }

        DateTimeOffset now = time.GetUtcNow();
        AuditDraft draft = Draft(who, code, open, customer, kind);
        Taken taken = await open.WriteAsync(
            session => new Taken(ConfirmationTries.Take(session, customer, now)), cancellation);
        if (taken.Tries is not { } tries)
        {
            await audit.RecordAsync(draft with { Result = AuditResult.Refused }, customer.Seal.Key, cancellation);
            throw new RefusedException(CustomerRefusals.ConfirmationLocked);
        }

        bool matches = IsSaid(open, customer, card, kind, said);
        await audit.RecordAsync(
            draft with { Result = matches ? AuditResult.Done : AuditResult.Failed }, customer.Seal.Key, cancellation);
        return matches
            ? await ForgiveAsync(open, customer, cancellation)
            : await MissAsync(draft, tries, cancellation);
    }

    private static async Task<Confirmation> ForgiveAsync(
        OpenCompartment open, OpenCustomer customer, CancellationToken cancellation)
    {
        await open.WriteAsync(
            session =>
            {
                session.RemoveTries(customer.Row.Id);
                return true;
            },
            cancellation);
        return new Confirmation(true, ConfirmationTries.Most);
    }

    private async Task<Confirmation> MissAsync(
        AuditDraft draft, ConfirmationTries tries, CancellationToken cancellation)
    {
        if (tries.LockedUntil is not null)
        {
            // Sealed under the installation's key, without the code: the security officer reads it.
            await audit.RecordAsync(
                draft with
                {
                    Act = AuditAct.ConfirmationsLocked,
                    Result = AuditResult.Done,
                    Body = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["minutes"] = FormattableString.Invariant($"{ConfirmationTries.LockedFor.TotalMinutes}"),
                    },
                },
                cancellation);
        }

        return new Confirmation(false, ConfirmationTries.Most - tries.Misses);
    }

    private FieldKind? FindKind(string? untrustedName) =>
        string.IsNullOrEmpty(untrustedName) ? null : kinds.FindAll([untrustedName])[0];

    /// <summary>What cannot be a value of the kind at all is a slip in typing, and costs no try.</summary>
    private static void CheckFits(FieldKind? kind, string untrustedFact)
    {
        bool fits = untrustedFact.Trim().Length is > 0 and <= LongestFact
            && (kind is null || SpokenFact.Read(kind, untrustedFact).Count > 0);
        if (!fits)
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "fact", "This cannot be a value of that kind. Look for a slip in typing; no try was used up."));
        }
    }

    /// <summary>Every field is looked at, whether one before it matched or not.</summary>
    private bool IsSaid(OpenCompartment open, OpenCustomer customer, CustomerCard card, FieldKind? asked, string said)
    {
        bool matches = false;
        foreach ((string name, CardField field) in card.Fields)
        {
            if (kinds.Find(name) is not { } kind || (asked is not null && asked != kind))
            {
                continue;
            }

            JsonElement stored = RevealFields.OpenValue(open, customer, name, field);
            matches |= SpokenFact.AreSame(SpokenFact.Read(kind, said), SpokenFact.Of(kind, stored));
        }

        return matches;
    }

    private static Dictionary<string, string> About(FieldKind? kind) =>
        new(StringComparer.Ordinal) { ["kind"] = kind?.Name ?? "any" };

    private static AuditDraft Draft(
        Standing who, CustomerCode code, OpenCompartment open, OpenCustomer customer, FieldKind? kind) => new()
        {
            Act = AuditAct.Confirmed,
            Actor = who.Actor,
            Result = AuditResult.Done,
            Compartment = open.Facts.Id,
            Object = customer.Row.Handle,
            Count = open.CommitCount,
            Body = new Dictionary<string, string>(About(kind), StringComparer.Ordinal) { ["code"] = code.ToString() },
        };

    /// <summary>The writer answers with something, also where there is no try left.</summary>
    private sealed record Taken(ConfirmationTries? Tries);
}
