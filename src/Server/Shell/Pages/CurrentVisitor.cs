using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>What the frame needs to know of who looks: which ways to show. Written once by the gate of Staff.</summary>
internal sealed class CurrentVisitor
{
    private IReadOnlySet<Permission> _permissions = new HashSet<Permission>();

    /// <summary>Whether somebody is logged in.</summary>
    public bool IsLoggedIn { get; private set; }

    public void LogIn(IReadOnlySet<Permission> permissions)
    {
        IsLoggedIn = true;
        _permissions = permissions;
    }

    public bool May(Permission permission) => permission == Permission.Anyone || _permissions.Contains(permission);
}
