using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// The only way into a compartment: asks the rule, writes the audit entry durably, then hands out the capability.
/// </summary>
internal sealed class CompartmentDoor(
    LoadedCompartments compartments, AuditWriter audit, AccessTerms terms, TimeProvider time)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Opens a compartment for one request.</summary>
    /// <param name="who">The caller's standing, read for this request.</param>
    /// <param name="request">What for.</param>
    /// <param name="newcomersKey">
    /// The key of the customer about to be made, which seals the entry's body; null for all else.
    /// </param>
    /// <param name="cancellation">Ends the wait; the entry may be in the log all the same.</param>
    /// <exception cref="RefusedException">
    /// The rule said no (the refusal is in the log), or the compartment or the log cannot be used.
    /// </exception>
    public async Task<OpenCompartment> OpenAsync(
        Standing who, AccessRequest request, SealingKey? newcomersKey, CancellationToken cancellation)
    {
        await CheckAsync(who, request, cancellation);
        LoadedCompartment loaded = await compartments.LeaseAsync(request.Compartment.Id, cancellation);
        OpenCustomer? customer = null;
        try
        {
            customer = Find(loaded, request);
            SealingKey? bodyKey = customer?.Seal.Key ?? newcomersKey;
            AuditDraft draft = Draft(who, request, request.Result) with
            {
                Count = loaded.Store.CommitCount,
                Object = customer?.Row.Handle ?? request.Handle,
            };
            long? entry = await WriteAsync(draft, bodyKey, request.IsOnlyNoted, cancellation);
            return new OpenCompartment(loaded, request.Compartment, customer, entry);
        }
        catch
        {
            customer?.Dispose();
            loaded.EndLease();
            throw;
        }
    }

    /// <summary>Opens a compartment for one request that makes no customer.</summary>
    public Task<OpenCompartment> OpenAsync(Standing who, AccessRequest request, CancellationToken cancellation) =>
        OpenAsync(who, request, null, cancellation);

    /// <summary>
    /// Asks the rule alone, and records its "no". For work that must be prepared before the door is opened.
    /// </summary>
    /// <exception cref="RefusedException">The rule said no.</exception>
    public async Task CheckAsync(Standing who, AccessRequest request, CancellationToken cancellation)
    {
        if (AccessRule.Check(who, request, terms, time.GetUtcNow()) is { } refusal)
        {
            await audit.RecordAsync(RefusedDraft(who, request, refusal), cancellation);
            throw new RefusedException(refusal);
        }
    }

    private async Task<long?> WriteAsync(
        AuditDraft draft, SealingKey? bodyKey, bool isOnlyNoted, CancellationToken cancellation)
    {
        if (isOnlyNoted)
        {
            audit.Note(draft, bodyKey);
            return null;
        }

        return bodyKey is null
            ? await audit.RecordAsync(draft, cancellation)
            : await audit.RecordAsync(draft, bodyKey, cancellation);
    }

    private static OpenCustomer? Find(LoadedCompartment loaded, AccessRequest request)
    {
        if (request.Customer is not { } code)
        {
            return null;
        }

        byte[] hash = loaded.Keys.CodeHash.Hash(
            "code", System.Text.Encoding.ASCII.GetBytes(code.ToString()))[..IIdentifier.Size];
        CustomerRow row = loaded.Store.Read(session => session.CustomerByCode(hash))
            ?? throw new RefusedException(AccessRefusals.NotFound);
        var customer = new OpenCustomer(row, loaded.OpenCustomerKey(row), request.Compartment.Id);
        try
        {
            // The hash and the handle stand in the row unsealed: whoever can write it could let a code lead to another
            // customer, or an entry name another. The sealed code cannot be moved.
            return OpenCompartment.CodeOf(customer) == code && row.Handle == request.Handle
                ? customer
                : throw new RefusedException(StorageRefusals.StoreDamaged);
        }
        catch
        {
            customer.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A refusal's body holds no code: it may be about a customer whose key this caller must not move.
    /// </summary>
    private static AuditDraft RefusedDraft(Standing who, AccessRequest request, Refusal refusal)
    {
        AuditDraft draft = Draft(who, request with { Customer = null }, AuditResult.Refused);
        return draft with
        {
            Body = new Dictionary<string, string>(draft.Body, StringComparer.Ordinal) { ["refusal"] = refusal.Code },
        };
    }

    private static AuditDraft Draft(Standing who, AccessRequest request, AuditResult result)
    {
        var body = new Dictionary<string, string>(request.Details, StringComparer.Ordinal);
        Add("code", request.Customer?.ToString());
        Add("document", request.Document?.ToString());
        Add("fields", request.Kinds.Count == 0 ? null : string.Join(',', request.Kinds));
        Add("looked-up-by", request.LookedUpBy.Count == 0 ? null : string.Join(',', request.LookedUpBy));
        Add("purpose", request.Purpose);
        Add("case", request.Case);
        Add("stepUp", request.Sensitivity >= Sensitivity.Protected ? who.StepUpEntry?.ToString(Invariant) : null);
        return new AuditDraft
        {
            Act = request.Act,
            Actor = who.Actor,
            Result = result,
            Compartment = request.Compartment.Id,
            Object = request.Handle,
            Body = body,
        };

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                body.Add(name, value);
            }
        }
    }
}
