using Strongroom.Vocabulary;

namespace Strongroom.Server.Codes;

/// <summary>Where a code leads.</summary>
/// <param name="Compartment">The compartment that holds the customer.</param>
/// <param name="Handle">
/// How the audit log names the customer, so that a refused attempt is on record without opening anything.
/// </param>
internal sealed record CodeRoute(CompartmentId Compartment, ObjectHandle Handle);
