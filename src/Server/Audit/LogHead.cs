namespace Strongroom.Server.Audit;

/// <summary>The newest signed head of the log.</summary>
/// <param name="Size">How many entries it covers.</param>
/// <param name="Note">The signed note, as C2SP tlog-checkpoint has it.</param>
/// <param name="Key">The public key that signed it, base64.</param>
internal sealed record LogHead(long Size, string Note, string Key);
