using System.Net.Mime;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// Erases a customer for ever: the erasure is written down, then the key is destroyed, then the rest goes. The
/// certificate says what was destroyed and how that was checked.
/// </summary>
internal sealed class EraseCustomer(
    CustomerAccess access, CodeRoutes routes, IEnumerable<IPaperOfCustomer> papers, ErasureRegister register,
    DestroyCustomer destroy, AuditWriter audit, Settings settings, TimeProvider time)
{
    public static void Map(RouteGroupBuilder customers)
    {
        customers.MapPost("/{code}/erasures", async (
            CustomerCode code, ErasureRequest request, CurrentStanding standing, EraseCustomer erase,
            CancellationToken cancellation) => TypedResults.Text(
                (await erase.RunAsync(standing.Value, code, request, cancellation)).ToBytes(),
                MediaTypeNames.Application.Json, StatusCodes.Status201Created))
            .RequirePermission(Permission.EraseCustomers);
        ReadCertificate.Map(customers);
    }

    /// <exception cref="RefusedException">
    /// Not there, not yours, held, changed meanwhile, or the second factor was not given lately; nothing was destroyed.
    /// </exception>
    public async Task<ErasureCertificate> RunAsync(
        Standing who, CustomerCode code, ErasureRequest request, CancellationToken cancellation)
    {
        if (!ErasureReasons.Has(request.Reason))
        {
            throw new RefusedException(CustomerRefusals.Invalid, new FieldFault(
                "reason", $"Say why: {string.Join(", ", ErasureReasons.All.Select(reason => reason.Id))}."));
        }

        StepUp.Require(who, settings, time);
        using OpenCompartment open = await access.OpenAsync(
            who, code, AuditAct.Erased, Permission.EraseCustomers,
            asked => asked with
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["why"] = request.Reason },
            },
            cancellation);
        (OpenCustomer customer, CustomerCard card) = await ReadCustomer.RunAsync(open, cancellation);
        await RefuseHeldAsync(who, open, customer, card, cancellation);
        ErasurePlan plan = await PlanAsync(who, open, code, request, cancellation);
        var row = new ErasureRow
        {
            Hash = routes.HashOf(code),
            Compartment = open.Facts.Id,
            Handle = customer.Row.Handle,
            AskedAt = time.GetUtcNow(),
            SealedPlan = plan.Seal(open, customer.Row.Handle),
        };
        return await register.TryBeginAsync(row, cancellation)
            ? await destroy.RunAsync(who.Actor, open, row, plan)
            : throw new RefusedException(CustomerRefusals.Changed);
    }

    private async Task<ErasurePlan> PlanAsync(
        Standing who, OpenCompartment open, CustomerCode code, ErasureRequest request, CancellationToken cancellation)
    {
        OpenCustomer customer = open.Customer;
        var documents = new List<DocumentId>();
        var files = new List<string>();
        foreach (IPaperOfCustomer paper in papers)
        {
            (IReadOnlyList<DocumentId> found, IReadOnlyList<string> theirs) =
                await paper.FindAsync(open, customer, cancellation);
            documents.AddRange(found);
            files.AddRange(theirs);
        }

        return new ErasurePlan(
            code, customer.Row.Id, customer.Row.CardVersion, customer.Row.Epoch, documents, files, request.Reason,
            who.Actor.ToString(), open.Entry!.Value);
    }

    private async Task RefuseHeldAsync(
        Standing who, OpenCompartment open, OpenCustomer customer, CustomerCard card, CancellationToken cancellation)
    {
        if (card.Hold is null)
        {
            return;
        }

        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.Erased,
                Actor = who.Actor,
                Result = AuditResult.Refused,
                Compartment = open.Facts.Id,
                Object = customer.Row.Handle,
                Count = open.CommitCount,
                Body = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["refusal"] = CustomerRefusals.OnHold.Code,
                },
            },
            customer.Seal.Key, cancellation);
        throw new RefusedException(CustomerRefusals.OnHold);
    }
}
