namespace Strongroom.Server.KeyHolders;

/// <summary>A share on paper: whoever has it has the share.</summary>
/// <param name="Number">The holder's number.</param>
/// <param name="Lines">Seven lines of four groups.</param>
internal sealed record ShareSheetCard(int Number, IReadOnlyList<string> Lines);
