namespace Strongroom.Vocabulary;

/// <summary>
/// Who acts. Made by the log-in of a request, or by the server for its own work; never from what a caller says.
/// </summary>
/// <param name="Kind">The sort of actor.</param>
/// <param name="Id">Its id; null for the server itself and for visitors.</param>
public sealed record Actor(ActorKind Kind, IIdentifier? Id)
{
    /// <summary>The server's own work.</summary>
    public static readonly Actor Server = new(ActorKind.Server, null);

    /// <summary>Somebody who is not logged in.</summary>
    public static readonly Actor Visitor = new(ActorKind.Visitor, null);

    /// <summary>A member of staff.</summary>
    public static Actor Of(StaffId staff) => new(ActorKind.StaffMember, staff);

    /// <summary>A service account.</summary>
    public static Actor Of(ServiceAccountId account) => new(ActorKind.ServiceAccount, account);

    /// <summary>The id's text form, or the kind's name where there is no id.</summary>
    public override string ToString() => Id?.ToString() ?? Kind.ToString();
}
