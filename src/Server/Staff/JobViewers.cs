using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Who looks at jobs: everybody at their own, those who manage compartments at all of them.</summary>
internal static class JobViewers
{
    public static JobViewer Of(HttpContext http)
    {
        Standing who = http.RequestServices.GetRequiredService<CurrentStanding>().Value;
        return new JobViewer(who.Actor, who.Permissions.Contains(Permission.ManageCompartments));
    }
}
