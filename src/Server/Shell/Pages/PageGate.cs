using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// Stands before every page that takes a form: the form must be ours, and sent twice it is carried out once.
/// </summary>
internal sealed class PageGate(RequestDelegate next, SubmitOnce once)
{
    private const int LongestToken = 64;

    public async Task InvokeAsync(HttpContext context)
    {
        PageRoute? page = context.GetEndpoint()?.Metadata.GetMetadata<PageRoute>();
        if (page is null or { ReadsItsOwnForm: true } || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (!context.Request.HasFormContentType)
        {
            throw new RefusedException(ShellRefusals.WrongType);
        }

        await FormChecks.CheckAsync(context);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? token = form[FormChecks.OnceField];
        if (token is not { Length: > 0 and <= LongestToken })
        {
            throw new RefusedException(ShellRefusals.OldForm);
        }

        await once.RunAsync(token, context, next);
    }
}
