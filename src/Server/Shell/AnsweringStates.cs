namespace Strongroom.Server.Shell;

/// <summary>
/// The states in which an endpoint answers, as metadata; without it, only while the installation is open.
/// </summary>
/// <param name="States">Every state in which it answers.</param>
internal sealed record AnsweringStates(IReadOnlyList<InstallationState> States);
