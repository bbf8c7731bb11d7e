using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Looks for one customer in many compartments under one entry: the rule is asked for each, the entry names them all
/// and says how it ended, and nothing that was found leaves before it is on the disk.
/// </summary>
internal sealed class CompartmentSearch(CompartmentDoor door, LoadedCompartments compartments, AuditWriter audit)
{
    /// <param name="who">The caller's standing.</param>
    /// <param name="places">Where to look, in this order.</param>
    /// <param name="request">What for.</param>
    /// <param name="look">Finds the customer in an open compartment; null where it is not there.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The customer's code and compartment; null where none of them has it.</returns>
    /// <exception cref="RefusedException">
    /// The rule said no, the log cannot be written, or a compartment could not be searched and no other has it.
    /// </exception>
    public async Task<(CustomerCode Code, CompartmentFacts Compartment)?> RunAsync(
        Standing who, IReadOnlyList<CompartmentFacts> places, SearchRequest request,
        Func<OpenCompartment, OpenCustomer?> look, CancellationToken cancellation)
    {
        foreach (CompartmentFacts place in places)
        {
            // One "no" is recorded, not one for each compartment.
            await door.CheckAsync(who, request.In(place), cancellation);
        }

        AuditDraft draft = Draft(who, places, request);
        Refusal? unsearched = null;
        foreach (CompartmentFacts place in places)
        {
            try
            {
                if (await LookAsync(place, draft, look, cancellation) is { } code)
                {
                    return (code, place);
                }
            }
            catch (Exception failure) when (DamageOf(failure) is not null)
            {
                unsearched = DamageOf(failure);
            }
        }

        await audit.RecordAsync(draft with { Result = AuditResult.Failed }, cancellation);
        return unsearched is null ? null : throw new RefusedException(unsearched);
    }

    private async Task<CustomerCode?> LookAsync(
        CompartmentFacts place, AuditDraft draft, Func<OpenCompartment, OpenCustomer?> look,
        CancellationToken cancellation)
    {
        LoadedCompartment loaded = await compartments.LeaseAsync(place.Id, cancellation);
        using var open = new OpenCompartment(loaded, place, null, null);
        using OpenCustomer? customer = look(open);
        if (customer is null)
        {
            return null;
        }

        var code = OpenCompartment.CodeOf(customer);
        AuditDraft found = draft with
        {
            Compartment = place.Id,
            Object = customer.Row.Handle,
            Count = open.CommitCount,
            Body = new Dictionary<string, string>(draft.Body, StringComparer.Ordinal) { ["code"] = code.ToString() },
        };
        await audit.RecordAsync(found, customer.Seal.Key, cancellation);
        return code;
    }

    private static AuditDraft Draft(Standing who, IEnumerable<CompartmentFacts> places, SearchRequest request)
    {
        var body = new Dictionary<string, string>(request.Details, StringComparer.Ordinal)
        {
            ["compartments"] = string.Join(',', places.Select(place => place.Name)),
        };
        return new AuditDraft { Act = request.Act, Actor = who.Actor, Result = AuditResult.Done, Body = body };
    }

    private static Refusal? DamageOf(Exception failure)
    {
        Refusal? refusal = failure is RefusedException refused ? refused.Refusal : StoreFailures.Find(failure);
        return refusal == StorageRefusals.StoreDamaged ? refusal : null;
    }
}
