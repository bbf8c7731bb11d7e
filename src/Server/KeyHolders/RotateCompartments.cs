using Strongroom.Server.Compartments;
using Strongroom.Server.Compartments.Rotation;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// Gives every open compartment its next key, many with one revision of the keyring; what is closed keeps its own.
/// </summary>
internal sealed class RotateCompartments(
    CompartmentRegister register, CompartmentKeyRing keyRing, RotateCompartmentKeys rotate, Settings settings,
    TimeProvider time)
{
    public static void Map(RouteGroupBuilder keys) =>
        keys.MapPost("/compartment-rotations", async (
            CurrentStanding standing, RotateCompartments all, CancellationToken cancellation) =>
            TypedResults.Ok(await all.RunAsync(standing.Value, cancellation)))
            .RequirePermission(Permission.ManageKeys);

    /// <exception cref="RefusedException">
    /// The second factor was not given lately, or a store cannot be used: those before it have their next keys.
    /// </exception>
    public async Task<RotatedCompartments> RunAsync(Standing who, CancellationToken cancellation)
    {
        StepUp.Require(who, settings, time);
        IReadOnlyList<CompartmentFacts> all = await register.AllAsync(cancellation);
        CompartmentFacts[] open = [.. all.Where(facts => !facts.IsClosed && keyRing.Holds(facts.Id))];
        int sealedAnew = 0;
        foreach (CompartmentFacts[] some in open.Chunk(RotateCompartmentKeys.AtOnce))
        {
            IReadOnlyList<RotatedKey> rotated = await rotate.RunAsync(who.Actor, some, "asked", cancellation);
            sealedAnew += rotated.Sum(one => one.Rewrapped);
        }

        return new RotatedCompartments(open.Length, all.Count - open.Length, sealedAnew);
    }
}
