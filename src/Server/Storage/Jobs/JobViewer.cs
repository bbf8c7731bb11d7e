using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>Who looks at jobs.</summary>
/// <param name="Actor">The caller.</param>
/// <param name="SeesAll">Whether the caller sees those of others too.</param>
internal sealed record JobViewer(Actor Actor, bool SeesAll)
{
    public bool Sees(JobRow row) => SeesAll || row.StartedBy == Actor.ToString();
}
