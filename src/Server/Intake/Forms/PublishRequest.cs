namespace Strongroom.Server.Intake.Forms;

/// <summary>What publishes a form, or its next version.</summary>
internal sealed record PublishRequest
{
    /// <summary>Its name in the address.</summary>
    public required string Slug { get; init; }

    /// <summary>The series of compartments that takes the customers in.</summary>
    public required string Series { get; init; }

    public required string Title { get; init; }

    /// <summary>How long what is sent is kept, in words.</summary>
    public required string KeptFor { get; init; }

    public required IReadOnlyList<AskRequest> Fields { get; init; }

    /// <summary>Who asks; the name of the business where none is given.</summary>
    public string? Asks { get; init; }

    public string? Introduction { get; init; }

    /// <summary>The sites that may show it in a frame; those of the settings where none are given.</summary>
    public IReadOnlyList<string>? EmbedOrigins { get; init; }
}
