namespace Strongroom.Server.KeyHolders;

/// <summary>A numbered code, shown this once to its holder.</summary>
/// <param name="Number">The holder's number.</param>
/// <param name="Code">22 digits in groups.</param>
internal sealed record DrawnCode(int Number, string Code);
