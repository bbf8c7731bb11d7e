using Strongroom.AuditLog;
using Strongroom.Recognition;
using Strongroom.Recognition.Customers;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// Finds registered customers in a document: those of its own compartment, and of the other open ones that its actor is
/// assigned to. Each compartment is opened through the door, so each search is on record there.
/// </summary>
internal sealed class MatchCustomers(CompartmentAccess compartments)
{
    /// <summary>Findings of the customers of every open compartment assigned, but the document's own.</summary>
    public async Task<IReadOnlyList<Finding>> ElsewhereAsync(
        Standing who, CompartmentId own, DocumentId document, DocumentText text, IReadOnlyList<Finding> patterns,
        CancellationToken cancellation)
    {
        var found = new List<Finding>();
        foreach (CompartmentFacts facts in await compartments.PlacesAsync(who, null, cancellation))
        {
            if (facts.Id == own || facts.IsClosed)
            {
                continue;
            }

            AccessRequest request = CompartmentAccess.Request(facts, AuditAct.LookedUp, Permission.RedactDocuments);
            using OpenCompartment open = await compartments.OpenAsync(
                who, request with { Document = document }, cancellation);
            IReadOnlyList<Finding> findings = await InAsync(open, text, patterns, cancellation);
            found.AddRange(findings.Where(finding => finding.Label is not null));
        }

        return found;
    }

    /// <summary>Patterns and registered customers of one open compartment together.</summary>
    public static Task<IReadOnlyList<Finding>> InAsync(
        OpenCompartment open, DocumentText text, IReadOnlyList<Finding> patterns, CancellationToken cancellation) =>
        open.Companion<KnownCustomers>().UseAsync(
            open,
            register => new CustomerMatcher(
                register, (candidate, kind, found, _) => ValueTask.FromResult(Confirm(open, candidate, kind, found)))
                .MatchAsync(text, patterns, cancellation),
            cancellation);

    /// <summary>
    /// Joins what was found in the document's own compartment and elsewhere. Where both name somebody at one place, the
    /// customer of the own compartment gives the label.
    /// </summary>
    public static IReadOnlyList<Finding> Join(IReadOnlyList<Finding> own, IReadOnlyList<Finding> elsewhere)
    {
        List<Finding> named = [.. own.Where(finding => finding.Label is not null)];
        return FindingResolver.Resolve(own.Concat(elsewhere.Select(finding =>
            named.Exists(mine => Overlap(mine, finding)) ? finding with { Label = null } : finding)));
    }

    private static bool Overlap(Finding one, Finding other) =>
        one.Segment == other.Segment && one.Start < other.End && other.Start < one.End;

    /// <summary>
    /// The code of the candidate if the found text is really one of its values; keyed hashes only point to candidates.
    /// </summary>
    private static CustomerCode? Confirm(OpenCompartment open, CustomerId candidate, string kind, string found)
    {
        byte[] id = RecordAddress.Bytes(candidate);
        if (open.Read(session => session.CustomerById(id)) is not { } row)
        {
            return null;
        }

        using OpenCustomer customer = open.OpenCustomer(row);
        CustomerCard card = open.Read(session => CustomerCard.Open(customer, session));
        return card.Fields.TryGetValue(kind, out CardField? field)
            && KnownCustomers.Values(open, customer, kind, field)
                .Any(value => CustomerVariants.Agrees(kind, value, found))
            ? OpenCompartment.CodeOf(customer)
            : null;
    }
}
