using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Strongroom.Server.Shell.Pages;

/// <summary>The two answers that a page endpoint gives: a rendered component, or "look over there".</summary>
internal static class Page
{
    /// <summary>Renders a component to static HTML; its view reads the model from <see cref="PageModel"/>.</summary>
    public static IResult Of<TView>(object model, int status = StatusCodes.Status200OK)
        where TView : IComponent => new Rendered<TView>(model, status);

    /// <summary>Renders a component that takes no model.</summary>
    public static IResult Of<TView>()
        where TView : IComponent => new Rendered<TView>(model: null, StatusCodes.Status200OK);

    /// <summary>After a post: the browser is sent to a page of ours by GET, so that a reload repeats nothing.</summary>
    /// <param name="path">A path on this host. Never personal text: it stands in the browser's history.</param>
    public static IResult SeeOther(string path) => new SeeOtherResult(path);

    private sealed class Rendered<TView>(object? model, int status) : IResult
        where TView : IComponent
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (model is not null)
            {
                httpContext.RequestServices.GetRequiredService<PageModel>().Give(model);
            }

            var result = new RazorComponentResult<TView> { StatusCode = status, PreventStreamingRendering = true };
            return result.ExecuteAsync(httpContext);
        }
    }
}
