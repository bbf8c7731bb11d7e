namespace Strongroom.Server.Shell;

/// <summary>What health says: a word, no numbers and no names.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>starting</c>, <c>unclaimed</c> or <c>sealed</c>.</param>
internal sealed record HealthAnswer(string Status);
