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
/// Finds customers by what is known of them, through the blind index: the database never sees the value. The candidates
/// of a truncated tag are opened and compared. A look-up is a record: it is logged in every compartment that it
/// searches.
/// </summary>
internal sealed class LookUpCustomers(CompartmentRegister register, CompartmentDoor door, FieldKinds kinds)
{
    private const int MostFound = 50;
    private const int MostCandidates = 2000;

    public static void Map(RouteGroupBuilder customers) =>
        customers.MapPost("/lookups", async (
            LookUpRequest request, CurrentStanding standing, LookUpCustomers lookUp, CancellationToken cancellation) =>
            TypedResults.Ok(await lookUp.RunAsync(standing.Value, request, cancellation)))
        .RequirePermission(Permission.LookUpCustomers).RequireRateLimiting(RateLimits.Reveal);

    public async Task<LookUpAnswer> RunAsync(Standing who, LookUpRequest request, CancellationToken cancellation)
    {
        var fields = FieldSet.Read(kinds, request.Fields);
        if (!fields.Values.Any(field => field.Kind.Index != IndexWidth.None))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "fields", "Nobody can be found by these fields alone. Add a name, an e-mail address, a phone or another number."));
        }

        var found = new List<FoundCustomer>();
        foreach (CompartmentFacts compartment in await register.PlacesAsync(who, request.Compartment, cancellation))
        {
            using OpenCompartment open = await door.OpenAsync(who, Request(compartment, fields), cancellation);
            Search(open, fields, found);
        }

        return new LookUpAnswer(found);
    }

    private void Search(OpenCompartment open, FieldSet fields, List<FoundCustomer> found)
    {
        foreach (byte[] owner in Candidates(open, fields))
        {
            if (found.Count == MostFound)
            {
                return;
            }

            if (open.Read(session => session.CustomerById(owner)) is not { } row)
            {
                continue;
            }

            using OpenCustomer customer = open.OpenCustomer(row);
            if (Fits(open, customer, fields) is { } card)
            {
                found.Add(new FoundCustomer(
                    OpenCompartment.CodeOf(customer), open.Facts.Name,
                    card.Fields.ToDictionary(field => field.Key, field => field.Value.Masked, StringComparer.Ordinal)));
            }
        }
    }

    /// <summary>The owners whose tags fit every indexed field.</summary>
    private static IEnumerable<byte[]> Candidates(OpenCompartment open, FieldSet fields)
    {
        HashSet<Guid>? owners = null;
        foreach ((string field, byte[] tag) in IndexPlan.Tags(open, fields))
        {
            IEnumerable<Guid> fitting = open.Read(session => session.OwnersOf(field, tag, MostCandidates)).Select(
                id => new Guid(id, bigEndian: true));
            owners = owners is null ? [.. fitting] : [.. owners.Intersect(fitting)];
        }

        return owners!.Select(id => id.ToByteArray(bigEndian: true));
    }

    /// <summary>
    /// The card of a candidate whose values are what was asked for, those without an index too; null for a false one.
    /// </summary>
    private CustomerCard? Fits(OpenCompartment open, OpenCustomer customer, FieldSet fields)
    {
        CustomerCard card;
        try
        {
            card = open.Read(session => CustomerCard.Open(customer, session));
        }
        catch (CardMissingException)
        {
            // It is being written just now; nobody has heard of it yet.
            return null;
        }

        return card.TrashedAt is null && fields.Values.All(field => IsSame(open, customer, card, field)) ? card : null;
    }

    private bool IsSame(
        OpenCompartment open, OpenCustomer customer, CustomerCard card, (FieldKind Kind, FieldValue Value) asked)
    {
        if (!card.Fields.TryGetValue(asked.Kind.Name, out CardField? field))
        {
            return false;
        }

        JsonElement stored = RevealFields.OpenValue(open, customer, asked.Kind.Name, field);
        return FieldReader.TryRead(kinds.Find(asked.Kind.Name)!, stored, out FieldValue? value, out _)
            && (value.Normalised is { } normalised
                ? normalised == asked.Value.Normalised
                : value.Json.AsSpan().SequenceEqual(asked.Value.Json));
    }

    private static AccessRequest Request(CompartmentFacts compartment, FieldSet fields) => new()
    {
        Compartment = compartment,
        Act = AuditAct.LookedUp,
        Permission = Permission.LookUpCustomers,
        LookedUpBy = [.. fields.Values.Select(field => field.Kind.Name)],
    };
}
