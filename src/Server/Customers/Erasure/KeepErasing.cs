using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// Goes on with erasures that a crash or a full disk cut off, once their compartment is open. Those that are under way
/// just now are left to whoever is at it.
/// </summary>
internal sealed class KeepErasing(
    Readiness readiness, ErasureRegister register, CompartmentRegister compartments, CompartmentDoor door,
    DestroyCustomer destroy, TimeProvider time, ILogger<KeepErasing> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(2);
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (readiness.State == InstallationState.Open)
            {
                await LookAsync(stoppingToken);
            }

            await Task.Delay(LookEvery, time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (ErasureRow row in await register.UnfinishedAsync(cancellation))
            {
                if (row.AskedAt < _startedAt || time.GetUtcNow() - row.AskedAt > UnderWay)
                {
                    await FinishAsync(row, cancellation);
                }
            }
        }
        catch (Exception failure) when (StoreFailures.IsPassing(failure))
        {
            logger.ErasureStuck(failure);
        }
    }

    private async Task FinishAsync(ErasureRow row, CancellationToken cancellation)
    {
        if (await compartments.FindAsync(row.Compartment, cancellation) is not { IsClosed: false } facts)
        {
            return;
        }

        var request = new AccessRequest
        {
            Compartment = facts,
            Act = AuditAct.Erased,
            Permission = Permission.EraseCustomers,
            Handle = row.Handle,
        };
        using OpenCompartment open = await door.OpenAsync(
            ErasureStanding.For(facts.Series), request, cancellation);
        await destroy.RunAsync(Actor.Server, open, row, ErasurePlan.Open(open, row.Handle, row.SealedPlan!));
    }
}
