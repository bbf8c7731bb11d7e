namespace Strongroom.Server.Intake.Forms;

/// <summary>The sites that may show a form in a frame, from now on.</summary>
internal sealed record EmbedRequest
{
    public required IReadOnlyList<string> EmbedOrigins { get; init; }
}
