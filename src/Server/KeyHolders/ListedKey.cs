namespace Strongroom.Server.KeyHolders;

/// <summary>A key of the keyring.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Compartment">Whose it is, where it is a compartment's.</param>
/// <param name="Generation">Which of the successive ones.</param>
/// <param name="State">
/// <c>active</c>; <c>closed</c> (not in memory); <c>due</c> (older than its period); <c>retiring</c> (the next is there).
/// </param>
/// <param name="Created">When it was made.</param>
/// <param name="NextDue">When the next is due.</param>
internal sealed record ListedKey(
    string Purpose, string? Compartment, uint Generation, string State, DateTimeOffset Created, DateTimeOffset NextDue);
