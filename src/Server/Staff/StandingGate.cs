using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Runs before binding: reads the caller's standing and refuses who is not granted what the endpoint asks for.
/// </summary>
internal sealed class StandingGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ReadStanding reader, CurrentStanding current)
    {
        // Routing itself answers 404, 405 and 415 with endpoints that no route made.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        // An endpoint that does not say what it asks for is our bug, and stays shut.
        Permission required = endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission
            ?? throw new InvalidOperationException("an endpoint has no RequirePermission");
        SameOrigin.Check(context.Request);
        if (required != Permission.Anyone)
        {
            current.Value = await reader.RunAsync(context.Request, context.RequestAborted);
            Note(context, current.Value);
            Check(current.Value, required, endpoint.Metadata.GetMetadata<AnswersLocked>() is not null);
        }
        else if (endpoint.Metadata.GetMetadata<PageRoute>() is not null)
        {
            // A page for everybody still shows its ways to who is logged in.
            current.Value = await reader.RunAsync(context.Request, context.RequestAborted);
            Note(context, current.Value);
        }

        await next(context);
    }

    private static void Note(HttpContext context, Standing standing)
    {
        // A locked screen shows no ways: none of them answers.
        if (standing.Actor.Kind != ActorKind.Visitor && !standing.IsLocked)
        {
            context.RequestServices.GetRequiredService<CurrentVisitor>().LogIn(standing.Permissions);
        }
    }

    private static void Check(Standing standing, Permission required, bool answersLocked)
    {
        if (standing.Actor.Kind == ActorKind.Visitor)
        {
            throw new RefusedException(StaffRefusals.NotLoggedIn);
        }

        if (standing.IsLocked && !answersLocked)
        {
            throw new RefusedException(StaffRefusals.Locked);
        }

        if (!standing.Permissions.Contains(required))
        {
            throw new RefusedException(StaffRefusals.NotGranted);
        }
    }
}
