namespace Strongroom.Server.KeyHolders;

/// <summary>How far an opening is. Says numbers and no names, for whoever asks while the installation is sealed.</summary>
/// <param name="State"><c>sealed</c> or <c>open</c>.</param>
/// <param name="Needed">How many shares are needed; 0 where the key is not split.</param>
/// <param name="Parts">How many key holders there are.</param>
/// <param name="Presented">The numbers of those who have presented theirs.</param>
/// <param name="IsUnattended">Whether a key file opens it at the next start.</param>
internal sealed record OpeningState(
    string State, int Needed, int Parts, IReadOnlyList<int> Presented, bool IsUnattended);
