using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>Actors as job rows keep them: by the text form of the id.</summary>
internal static class Actors
{
    public static Actor Parse(string text)
    {
        if (StaffId.TryParse(text, null, out StaffId? staff))
        {
            return new Actor(ActorKind.StaffMember, staff);
        }

        return ServiceAccountId.TryParse(text, null, out ServiceAccountId? account)
            ? new Actor(ActorKind.ServiceAccount, account)
            : Actor.Server;
    }
}
