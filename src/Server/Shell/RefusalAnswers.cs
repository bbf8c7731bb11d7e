using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>The one place where refusals and failures become answers. What the caller sent is never repeated.</summary>
internal sealed class RefusalAnswers(RequestDelegate next, ILogger<RefusalAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await FillEmptyAsync(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refused.Refusal, refused.Faults, ProblemAnswer.Status(refused.Refusal.Kind));
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            // Two changed the same row at the same moment; this one was not carried out.
            await WriteAsync(context, ShellRefusals.AtTheSameMoment, [], StatusCodes.Status409Conflict);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteStatusAsync(context, bad.StatusCode);
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
            context.Response.Clear();
            await WriteStatusAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    // Routing and binding answer with a bare status; it gets its words here.
    private static Task FillEmptyAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        bool isEmpty = !response.HasStarted && response.ContentLength is null or 0 && response.ContentType is null;
        return isEmpty && response.StatusCode >= StatusCodes.Status400BadRequest
            ? WriteStatusAsync(context, IsMistyped(context) ? StatusCodes.Status404NotFound : response.StatusCode)
            : Task.CompletedTask;
    }

    // An address whose code or id is none: to a program that is malformed, to a person there is no such page.
    private static bool IsMistyped(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest
        && HttpMethods.IsGet(context.Request.Method) && RefusalPages.IsFor(context);

    private static Task WriteStatusAsync(HttpContext context, int status) =>
        WriteAsync(context, Words(status), [], status);

    private static Task WriteAsync(
        HttpContext context, Refusal refusal, IReadOnlyList<FieldFault> faults, int status) =>
        RefusalPages.IsFor(context)
            ? RefusalPages.WriteAsync(context, refusal, status)
            : ProblemAnswer.WriteAsync(context, refusal, faults, status);

    private static Refusal Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => ShellRefusals.NotFound,
        StatusCodes.Status405MethodNotAllowed => ShellRefusals.WrongMethod,
        StatusCodes.Status413PayloadTooLarge => ShellRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => ShellRefusals.WrongType,
        StatusCodes.Status429TooManyRequests => ShellRefusals.TooOften,
        >= StatusCodes.Status500InternalServerError => ShellRefusals.Unexpected,
        _ => ShellRefusals.Malformed,
    };
}
