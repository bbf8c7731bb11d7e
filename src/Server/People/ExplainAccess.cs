using Microsoft.EntityFrameworkCore;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>
/// Says for one member of staff and one place which gates are open and which are shut, read off the access rule itself.
/// Nothing is opened or revealed; that somebody looked is written down.
/// </summary>
internal sealed class ExplainAccess(
    RegistryDb db, FindPlace places, FieldKinds kinds, AccessTerms terms, AuditWriter audit)
{
    /// <param name="standing">Who asks.</param>
    /// <param name="id">About whom.</param>
    /// <param name="untrustedPlace">A compartment's name or a customer's code.</param>
    /// <param name="untrustedKind">The field kind to be revealed; empty for the masked card.</param>
    /// <param name="now">The instant that lapses are measured at.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<AccessExplanation> RunAsync(
        Standing standing, StaffId id, string untrustedPlace, string untrustedKind, DateTimeOffset now,
        CancellationToken cancellation)
    {
        StaffRow staff = await db.Set<StaffRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.State != StaffState.Decoy, cancellation)
            ?? throw new RefusedException(StaffRefusals.NotFound);
        FieldKind? kind = untrustedKind.Length == 0 ? null : kinds.Find(untrustedKind)
            ?? throw new RefusedException(StaffRefusals.Invalid, new FieldFault("kind", "One of the list."));
        (CompartmentFacts? compartment, ObjectHandle? handle) = await places.RunAsync(untrustedPlace, cancellation);
        await RecordAsync(standing.Actor, id, kind, compartment, handle, cancellation);
        if (compartment is null)
        {
            throw new RefusedException(StaffRefusals.Invalid, new FieldFault(
                "place", "No compartment has that name, and no customer that code. Check it for a slip."));
        }

        AgreementId? current = (await db.Set<CurrentAgreementRow>().AsNoTracking()
            .SingleOrDefaultAsync(cancellation))?.Agreement;
        bool isSigned = current is not null && current == staff.SignedAgreement;
        return new AccessExplanation
        {
            Member = StaffCard.Of(staff, isSigned),
            Compartment = compartment.Name,
            MayLogIn = staff.State == StaffState.Active,
            Gates = AccessRule.Explain(StandingOfActor.Of(staff, isSigned), Request(compartment, kind), terms, now),
        };
    }

    private AccessRequest Request(CompartmentFacts compartment, FieldKind? kind) => new()
    {
        Compartment = compartment,
        Act = kind is null ? AuditAct.Viewed : AuditAct.Revealed,
        Permission = kind is null ? Permission.ViewCustomers : Permission.RevealFields,
        Kinds = kind is null ? [] : [kind.Name],
        Sensitivity = kind?.Sensitivity ?? Sensitivity.None,
        Purpose = terms.Purposes.FirstOrDefault(), // said at the moment; any of the list opens that gate
    };

    private Task<long> RecordAsync(
        Actor actor, StaffId about, FieldKind? kind, CompartmentFacts? compartment, ObjectHandle? handle,
        CancellationToken cancellation) => audit.RecordAsync(
        new AuditDraft
        {
            Act = AuditAct.AccessExplained,
            Actor = actor,
            Result = compartment is null ? AuditResult.Refused : AuditResult.Done,
            Compartment = compartment?.Id,
            Object = handle,
            Body = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["staff"] = about.ToString(),
                ["asked"] = kind?.Name ?? "view",
            },
        },
        cancellation);
}
