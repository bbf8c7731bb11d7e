using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Recipients;

/// <summary>An export that the caller has asked for.</summary>
/// <param name="Job">How far it is.</param>
/// <param name="Compartment">The series or compartment.</param>
/// <param name="Fields">The kinds beside the codes.</param>
/// <param name="KeptUntil">Until when its file may be taken; null where there is none to take.</param>
internal sealed record ListedExport(
    JobCard Job, string Compartment, IReadOnlyList<string> Fields, DateTimeOffset? KeptUntil);
