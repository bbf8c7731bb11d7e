using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Vocabulary;

namespace Strongroom.Rules;

public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_asks_for_a_permission_and_the_route_table_is_approved()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        RouteEndpoint[] endpoints =
            [.. server.Services!.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

        Assert.NotEmpty(endpoints);
        Rule.Holds(endpoints.SelectMany(Violations));
        Approved.Match(endpoints.SelectMany(Routes).Order(StringComparer.Ordinal), "routes.approved.txt");
    }

    [Fact]
    public async Task An_endpoint_without_a_permission_is_seen()
    {
        await using WebApplication app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/open", () => "x");
        app.MapGet("/none", () => "x").WithMetadata(new RequiredPermission(Permission.None));
        app.MapPost("/right/{code}", () => "x").WithMetadata(new RequiredPermission(Permission.RevealFields));
        RouteEndpoint[] endpoints =
            [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(one => one.Endpoints).OfType<RouteEndpoint>()];

        Assert.Equal(
            ["GET /open asks for no permission", "GET /none asks for no permission"], endpoints.SelectMany(Violations));
        Assert.Contains("POST /right/{code} RevealFields", endpoints.SelectMany(Routes));
    }

    private static IEnumerable<string> Violations(RouteEndpoint endpoint) =>
        PermissionOf(endpoint) == Permission.None ? Routes(endpoint).Select(
            route => route.Replace(" None", " asks for no permission", StringComparison.Ordinal)) : [];

    private static IEnumerable<string> Routes(RouteEndpoint endpoint) =>
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} /{endpoint.RoutePattern.RawText?.Trim('/')} {PermissionOf(endpoint)}";

    // By name, because the server's metadata is its own: Strongroom.Server.Shell.RequiredPermission.
    private static Permission PermissionOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.Where(one => one.GetType().Name == nameof(RequiredPermission))
            .Select(one => (Permission)one.GetType().GetProperty("Permission")!.GetValue(one)!)
            .DefaultIfEmpty(Permission.None)
            .Last();

    private sealed record RequiredPermission(Permission Permission);
}
