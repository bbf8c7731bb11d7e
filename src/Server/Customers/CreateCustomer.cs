using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.History;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// Registers a customer in the newest compartment of a series; when that is full, the next one is opened by itself.
/// </summary>
internal sealed class CreateCustomer(
    CompartmentDoor door, RoomInSeries room, CodesAhead codes, FieldKinds kinds, TimeProvider time)
{
    public static void Map(RouteGroupBuilder customers) =>
        customers.MapPost("/", async (
            CreateRequest request, CurrentStanding standing, CreateCustomer create, CancellationToken cancellation) =>
        {
            CreatedCustomer created = await create.RunAsync(standing.Value, request, cancellation);
            return TypedResults.Created($"/api/v1/customers/{created.Code}", created);
        }).RequirePermission(Permission.CreateCustomers);

    public async Task<CreatedCustomer> RunAsync(Standing who, CreateRequest request, CancellationToken cancellation)
    {
        var fields = FieldSet.Read(kinds, request.Fields);
        CompartmentFacts compartment = await room.FindAsync(request.Compartment, cancellation);
        while (true)
        {
            if (await TryCreateAsync(who, compartment, fields, cancellation) is { } code)
            {
                return new CreatedCustomer(code, compartment.Name);
            }

            compartment = await room.NextAsync(compartment, cancellation);
        }
    }

    /// <summary>The code of the new customer, or null where the compartment is full.</summary>
    private async Task<CustomerCode?> TryCreateAsync(
        Standing who, CompartmentFacts compartment, FieldSet fields, CancellationToken cancellation)
    {
        // The rule is asked before a code is drawn, so that a refused caller leaves no route behind.
        (CustomerCode code, ObjectHandle handle) = await ReserveAsync(who, compartment, cancellation);
        var newcomer = new NewCustomer(CustomerId.New(), code, handle, SealingKey.New(1));
        var request = Request(compartment) with { Customer = null, Handle = handle };
        using OpenCompartment open = await door.OpenAsync(who, request, newcomer.Key, cancellation);
        using OpenCustomer customer = open.MakeCustomer(newcomer);
        var draft = CustomerDraft.New(customer.Seal, fields, FieldChange.Now(time.GetUtcNow(), who.Actor));
        var tags = IndexPlan.Tags(open, fields);
        bool added = await open.WriteAsync(
            session =>
            {
                if (!open.TryAddCustomer(session, customer))
                {
                    return false;
                }

                draft.Write(session);
                session.AddBlinds(tags, newcomer.Id);
                return true;
            },
            cancellation);
        return added ? code : null;
    }

    private async Task<(CustomerCode Code, ObjectHandle Handle)> ReserveAsync(
        Standing who, CompartmentFacts compartment, CancellationToken cancellation)
    {
        await door.CheckAsync(who, Request(compartment), cancellation);
        return codes.Take(compartment.Id);
    }

    private static AccessRequest Request(CompartmentFacts compartment) => new()
    {
        Compartment = compartment,
        Act = AuditAct.Created,
        Permission = Permission.CreateCustomers,
    };
}
