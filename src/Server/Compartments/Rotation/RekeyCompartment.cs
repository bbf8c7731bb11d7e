using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Rotation;

/// <summary>Gives one compartment its next key because somebody asks: a year is over, or a key may be known.</summary>
internal sealed class RekeyCompartment(
    CompartmentRegister register, RotateCompartmentKeys rotate, Settings settings, TimeProvider time)
{
    public static void Map(RouteGroupBuilder compartments) =>
        compartments.MapPost("/{name}/rekeyings", async (
            string name, CurrentStanding standing, RekeyCompartment rekey, CancellationToken cancellation) =>
            TypedResults.Ok(await rekey.RunAsync(standing.Value, name, cancellation)))
            .RequirePermission(Permission.ManageCompartments);

    /// <exception cref="RefusedException">
    /// Not there, closed, or the second factor was not given lately; nothing was changed.
    /// </exception>
    public async Task<Rekeyed> RunAsync(Standing who, string untrustedName, CancellationToken cancellation)
    {
        StepUp.Require(who, settings, time);
        CompartmentFacts facts = (await register.AllAsync(cancellation)).FirstOrDefault(one => one.Name == untrustedName)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        RotatedKey rotated = await rotate.RunAsync(who.Actor, facts, "asked", static _ => 0, cancellation);
        return new Rekeyed(facts.Name, rotated.From, rotated.To, rotated.Rewrapped);
    }
}
