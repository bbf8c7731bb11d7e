namespace Strongroom.Server.Staff;

/// <summary>How endpoints say that a locked screen may use them: unlocking and logging out, nothing else.</summary>
internal static class AnswersLockedExtensions
{
    public static TBuilder AnswersWhileLocked<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AnswersLocked());
}
