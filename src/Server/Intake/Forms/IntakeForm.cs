using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>A public form as it is published: all that the listener needs, without any key, to show it and to seal.</summary>
internal sealed record IntakeForm
{
    /// <summary>Its name in the address: <c>/f/slug</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Counts its publications from 1; what was typed into an older one is shown again before it is taken.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Who asks.</summary>
    public required string Asks { get; init; }

    /// <summary>A few sentences above the fields; may be empty.</summary>
    public required string Introduction { get; init; }

    /// <summary>How long what is sent is kept, in the words of who published it.</summary>
    public required string KeptFor { get; init; }

    /// <summary>The series that takes the customers in.</summary>
    public required string Series { get; init; }

    /// <summary>The compartment of the series to which is sealed now.</summary>
    public required CompartmentId Compartment { get; init; }

    /// <summary>The public half of that compartment's inbox pair, <c>age1…</c>.</summary>
    public required string Recipient { get; init; }

    public required IReadOnlyList<AskedField> Fields { get; init; }

    /// <summary>The sites that may show the form in a frame; none where it is empty.</summary>
    public required IReadOnlyList<string> EmbedOrigins { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
