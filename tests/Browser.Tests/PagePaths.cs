using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Shell.Pages;

namespace Strongroom.Browser.Tests;

/// <summary>The pages that the server answers GET with, and a real path for each.</summary>
internal static class PagePaths
{
    /// <summary>The routes of all pages.</summary>
    public static IReadOnlyList<RoutePattern> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageRoute>() is not null
                && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => endpoint.RoutePattern)
            .OrderBy(pattern => pattern.RawText, StringComparer.Ordinal)];

    /// <summary>The path with its parts filled in; null where nobody has said what stands for one of them.</summary>
    public static string? Fill(RoutePattern pattern, IDictionary<string, string> places)
    {
        string path = string.Empty;
        string before = string.Empty;
        foreach (RoutePatternPathSegment segment in pattern.PathSegments)
        {
            string part;
            if (segment.Parts is [RoutePatternLiteralPart literal])
            {
                part = before = literal.Content;
            }
            else if (segment.Parts is [RoutePatternParameterPart parameter]
                && places.TryGetValue($"{before}/{{{parameter.Name}}}", out string? place))
            {
                part = place;
            }
            else
            {
                return null;
            }

            path += "/" + part;
        }

        return path.Length == 0 ? "/" : path;
    }
}
