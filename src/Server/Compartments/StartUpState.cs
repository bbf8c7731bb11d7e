using Strongroom.Server.Shell;

namespace Strongroom.Server.Compartments;

/// <summary>What the start reads and tells: settings, readiness, the operators' log.</summary>
internal sealed record StartUpState(Settings Settings, Readiness Readiness, ILogger<StartUp> Logger);
