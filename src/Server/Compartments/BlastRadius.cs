namespace Strongroom.Server.Compartments;

/// <summary>What a loss around one compartment would mean, in numbers. Nothing of its customers.</summary>
internal sealed record BlastRadius
{
    /// <summary>The compartment's name.</summary>
    public required string Compartment { get; init; }

    /// <summary>How many customers it holds.</summary>
    public required long Customers { get; init; }

    /// <summary>How many customers all compartments hold that the caller may see.</summary>
    public required long AllCustomers { get; init; }

    /// <summary>What each loss would let somebody read, smallest first.</summary>
    public required IReadOnlyList<Loss> Losses { get; init; }

    /// <summary>What shows in its files without any key: counts.</summary>
    public required IReadOnlyList<VisibleCount> Counts { get; init; }

    /// <summary>The files themselves: sizes and times show to whoever has them.</summary>
    public required IReadOnlyList<StoredFiles> Files { get; init; }

    /// <summary>Every column of its two databases, and how it is kept.</summary>
    public required IReadOnlyList<StoredColumn> Columns { get; init; }
}
