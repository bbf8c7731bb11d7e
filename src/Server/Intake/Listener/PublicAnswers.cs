using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>Turns what goes wrong into a page, without a word of what was sent.</summary>
internal sealed class PublicAnswers(RequestDelegate next, ILogger<PublicAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            bool isEmpty = !context.Response.HasStarted && context.Response.ContentType is null;
            if (isEmpty && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                await StopAsync(context, context.Response.StatusCode);
            }
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await Page.Of<StopView>(
                new StopModel("Not like this", refused.Refusal.Sentence), ProblemAnswer.Status(refused.Refusal.Kind))
                .ExecuteAsync(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await StopAsync(context, bad.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
#pragma warning disable CA1031 // The last line of defence: any failure becomes a 500 without its message.
        catch (Exception unexpected) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.RequestFailed(unexpected, new TraceId(ProblemAnswer.TraceId(context)));
            await StopAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task StopAsync(HttpContext context, int status) =>
        Page.Of<StopView>(Words(status), status).ExecuteAsync(context);

    private static StopModel Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => PublicWords.NotFound,
        StatusCodes.Status413PayloadTooLarge => PublicWords.TooLarge,
        StatusCodes.Status429TooManyRequests => PublicWords.TooOften,
        >= StatusCodes.Status500InternalServerError => PublicWords.Unexpected,
        _ => PublicWords.Malformed,
    };
}
