using System.Collections.Frozen;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>Sends newcomers to the page that says what is still missing, whichever page they ask for.</summary>
internal sealed class WaitingGate(RequestDelegate next, TimeProvider time)
{
    // What the frame shows to somebody for whom every way but these is shut.
    private static readonly FrozenSet<Permission> FewWays =
        FrozenSet.Create(Permission.Anyone, Permission.LoggedIn);

    public Task InvokeAsync(HttpContext context, CurrentStanding current, CurrentVisitor visitor)
    {
        EndpointMetadataCollection? metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<PageRoute>() is null
            || metadata.GetMetadata<RequiredPermission>() is not { } required)
        {
            return next(context);
        }

        DateTimeOffset now = time.GetUtcNow();
        if (WaitingRule.Check(current.Value, Permission.LoggedIn, isHome: true, now) is not null)
        {
            visitor.LogIn(FewWays);
        }

        return WaitingRule.Check(current.Value, required.Permission, context.Request.Path == "/", now) is { } refusal
            ? throw new RefusedException(refusal)
            : next(context);
    }
}
