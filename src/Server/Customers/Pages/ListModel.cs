namespace Strongroom.Server.Customers.Pages;

/// <summary>A page of codes: of a series or of all, or of the trash.</summary>
internal sealed record ListModel
{
    /// <summary>The series that the person is assigned to.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The series shown; null for all.</summary>
    public string? Chosen { get; init; }

    public required IReadOnlyList<ListedCustomer> Items { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>This is not the first page.</summary>
    public bool IsLater { get; init; }

    public required bool IsTrash { get; init; }

    public string Path => IsTrash ? "/customers/trash" : "/customers";
}
