namespace Strongroom.Server.Intake.Forms;

/// <summary>A published form as staff see it.</summary>
internal sealed record ListedForm
{
    public required string Slug { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string Asks { get; init; }

    public required string Introduction { get; init; }

    public required string KeptFor { get; init; }

    public required string Series { get; init; }

    /// <summary>The compartment to which is sealed now.</summary>
    public required string Compartment { get; init; }

    public required IReadOnlyList<AskedField> Fields { get; init; }

    public required IReadOnlyList<string> EmbedOrigins { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The address that customers open.</summary>
    public required string Url { get; init; }

    /// <summary>What a web page holds to show the form in a frame; absent where no site may.</summary>
    public string? Embed { get; init; }

    /// <summary>How many submissions wait in the inboxes of the series.</summary>
    public required int Waiting { get; init; }

    /// <summary>How many files of these inboxes could not be taken in.</summary>
    public required int SetAside { get; init; }
}
