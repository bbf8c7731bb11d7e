using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People;

/// <summary>Sends newcomers to the page that says what is still missing, whichever page they ask for.</summary>
internal sealed class WaitingGate(RequestDelegate next, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context, CurrentStanding current)
    {
        EndpointMetadataCollection? metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<PageRoute>() is not null
            && metadata.GetMetadata<RequiredPermission>() is { } required
            && WaitingRule.Check(
                current.Value, required.Permission, context.Request.Path == "/", time.GetUtcNow()) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        return next(context);
    }
}
