using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>
/// Finds customers by what is known of them. A look-up is a record: it is logged in every compartment that it searches.
/// A compartment that cannot be searched is named in the answer and does not take the others with it.
/// </summary>
internal sealed class LookUpCustomers(
    CompartmentRegister register, CompartmentDoor door, FieldKinds kinds, ViewCustomer view)
{
    private const int MostFound = 50;
    private const int MostAtOnce = 64;
    private const string Closed = "closed";
    private const string Damaged = "damaged";

    public static void Map(RouteGroupBuilder customers) =>
        customers.MapPost("/lookups", async (
            LookUpRequest request, CurrentStanding standing, LookUpCustomers lookUp, CancellationToken cancellation) =>
            TypedResults.Ok(await lookUp.RunAsync(standing.Value, request, cancellation)))
        .RequirePermission(Permission.LookUpCustomers).RequireRateLimiting(RateLimits.LookUp);

    public async Task<LookUpAnswer> RunAsync(Standing who, LookUpRequest request, CancellationToken cancellation)
    {
        string? text = request.Text?.Reveal();
        if (text is not null && SearchText.ReadCode(text) is { } code)
        {
            return await FindCodeAsync(who, code, cancellation);
        }

        IReadOnlyList<LookUpPlan> plans = Plan(request, text);
        var unreachable = new List<UnreachableCompartment>();
        IReadOnlyList<CompartmentFacts> places = await PlacesAsync(who, request, unreachable, cancellation);
        foreach (CompartmentFacts compartment in places)
        {
            // One "no" is recorded, not one for each compartment.
            await door.CheckAsync(who, Request(compartment, plans), cancellation);
        }

        // Many at once, so that their entries reach the disk together.
        var searched = new List<(List<FoundCustomer> Found, bool IsWhole)>(places.Count);
        foreach (CompartmentFacts[] some in places.Chunk(MostAtOnce))
        {
            searched.AddRange(await Task.WhenAll(
                some.Select(compartment => SearchAsync(who, compartment, plans, cancellation))));
        }

        unreachable.AddRange(places.Zip(searched).Where(pair => !pair.Second.IsWhole)
            .Select(pair => new UnreachableCompartment(pair.First.Name, Damaged)));
        return new LookUpAnswer(
            [.. searched.SelectMany(one => one.Found).Take(MostFound).OrderBy(item => item.Check)], unreachable);
    }

    private IReadOnlyList<LookUpPlan> Plan(LookUpRequest request, string? untrustedText)
    {
        if ((untrustedText is null) == (request.Fields is null))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "fields", "Send either fields or text, not both."));
        }

        IReadOnlyList<LookUpPlan> plans = untrustedText is null
            ? [new LookUpPlan { Fields = FieldSet.Read(kinds, request.Fields!) }]
            : SearchText.Read(kinds, untrustedText);
        bool canFind = plans.Count > 0 && plans.All(
            plan => plan.Fields?.Values.Any(field => field.Kind.Index != IndexWidth.None) ?? true);
        return canFind
            ? plans
            : throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                untrustedText is null ? "fields" : "text",
                "Nobody can be found by this alone. Add a name, an e-mail address, a phone or another number."));
    }

    /// <summary>The open compartments to look in; the closed ones of the person's own series are named.</summary>
    private async Task<IReadOnlyList<CompartmentFacts>> PlacesAsync(
        Standing who, LookUpRequest request, List<UnreachableCompartment> unreachable, CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> places =
            await register.PlacesAsync(who, request.Compartment, cancellation);
        if (request.Compartment is null)
        {
            unreachable.AddRange((await register.AllAsync(cancellation))
                .Where(facts => who.Series.Contains(facts.Series) && facts.IsClosed)
                .Select(facts => new UnreachableCompartment(facts.Name, Closed)));
        }

        return places;
    }

    /// <summary>Not whole where the compartment's files do not answer; what was found until then is kept.</summary>
    private async Task<(List<FoundCustomer> Found, bool IsWhole)> SearchAsync(
        Standing who, CompartmentFacts compartment, IReadOnlyList<LookUpPlan> plans, CancellationToken cancellation)
    {
        var found = new List<FoundCustomer>();
        try
        {
            using OpenCompartment open = await door.OpenAsync(who, Request(compartment, plans), cancellation);
            if (plans.Any(plan => plan.Words.Count > 0))
            {
                await NameWords.CatchUpAsync(open, cancellation);
            }

            SearchCompartment.Run(open, plans, kinds, MostFound, found);
            return (found, true);
        }
        catch (RefusedException refused) when (refused.Refusal == StorageRefusals.StoreDamaged)
        {
            return (found, false);
        }
        catch (Exception failure) when (StoreFailures.Find(failure) == StorageRefusals.StoreDamaged)
        {
            return (found, false);
        }
    }

    /// <summary>A code is no look-up: it leads to its customer, or nowhere.</summary>
    private async Task<LookUpAnswer> FindCodeAsync(Standing who, CustomerCode code, CancellationToken cancellation)
    {
        try
        {
            (MaskedCustomer customer, _) = await view.RunAsync(who, code, cancellation);
            var hints = customer.Fields.ToDictionary(
                field => field.Key, field => field.Value.Masked, StringComparer.Ordinal);
            return new LookUpAnswer([new FoundCustomer(code, customer.Compartment, hints)], []);
        }
        catch (RefusedException refused) when (refused.Refusal == AccessRefusals.NotFound)
        {
            return new LookUpAnswer([], []);
        }
    }

    private static AccessRequest Request(CompartmentFacts compartment, IReadOnlyList<LookUpPlan> plans) => new()
    {
        Compartment = compartment,
        Act = AuditAct.LookedUp,
        Permission = Permission.LookUpCustomers,
        LookedUpBy = [.. plans.SelectMany(plan => plan.Kinds).Distinct(StringComparer.Ordinal)],
    };
}
