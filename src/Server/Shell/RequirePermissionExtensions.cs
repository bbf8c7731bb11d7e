using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>How endpoints say what they ask for. Every endpoint says so; a rules test and the gate both look.</summary>
internal static class RequirePermissionExtensions
{
    /// <summary>Lets only callers in who are granted <paramref name="permission"/>.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequiredPermission(permission));

    /// <summary>Lets the endpoint answer in a state in which the others do not, for example before the claim.</summary>
    public static TBuilder AnswersWhile<TBuilder>(this TBuilder endpoint, params InstallationState[] states)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AnsweringStates(states));
}
