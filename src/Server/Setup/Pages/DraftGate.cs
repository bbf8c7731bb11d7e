using Strongroom.Server.Shell.Pages;

namespace Strongroom.Server.Setup.Pages;

/// <summary>
/// Stands before every step after the code: finds this browser's draft, lets one request at a time work on it, and
/// leads to the step that comes next. Who has no draft learns nothing but that a code is needed.
/// </summary>
internal sealed class DraftGate(SetupDrafts drafts, CurrentDraft current) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        using IDisposable turn = await drafts.TakeTurnAsync(http.RequestAborted);
        if (drafts.Find(SetupCookie.Read(http.Request)) is not { } draft)
        {
            return Page.SeeOther("/setup?again=1");
        }

        SetupStep step = http.GetEndpoint()!.Metadata.GetRequiredMetadata<StepOfSetup>().Step;
        if (step > draft.Next)
        {
            return Page.SeeOther(SetupPages.PathOf(draft.Next));
        }

        current.Value = draft;
        return await next(context);
    }
}
