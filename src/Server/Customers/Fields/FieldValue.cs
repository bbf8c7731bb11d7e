namespace Strongroom.Server.Customers.Fields;

/// <summary>A value that fits its kind: what is sealed, what shows, what is looked up. Does not print.</summary>
internal sealed class FieldValue
{
    /// <summary>The value as JSON in UTF-8: a string, or an object for the composite kinds. What is sealed.</summary>
    public required byte[] Json { get; init; }

    /// <summary>What shows while it is masked.</summary>
    public required string Masked { get; init; }

    /// <summary>What the blind index hashes; null where the kind has no index.</summary>
    public required string? Normalised { get; init; }

    public override string ToString() => "[personal]";
}
