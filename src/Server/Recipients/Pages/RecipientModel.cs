using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>What the page of one recipient shows.</summary>
internal sealed record RecipientModel
{
    public required RecipientCard Card { get; init; }

    /// <summary>The name of who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The viewer's own exports; empty for those who may not export.</summary>
    public IReadOnlyList<ListedExport> Exports { get; init; } = [];

    /// <summary>What was done just now.</summary>
    public string? Done { get; init; }

    /// <summary>The code that was typed to be resolved, where it comes back.</summary>
    public string? TypedCode { get; init; }

    /// <summary>Why it leads nowhere.</summary>
    public string? CodeFault { get; init; }

    public bool IsInUse => Card.State == "in-use";

    public string Path => "/recipients/" + Card.Id;
}
