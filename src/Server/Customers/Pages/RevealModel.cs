using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The page version of a reveal: asks which and why, or shows the values; and what was revealed before.</summary>
internal sealed record RevealModel : ICustomerTab
{
    public required CustomerModel Customer { get; init; }

    /// <summary>The kinds chosen.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>An earlier version of the one field chosen.</summary>
    public long? Version { get; init; }

    public string? Purpose { get; init; }

    public string? Case { get; init; }

    /// <summary>More than most work needs: the next post says that it is meant.</summary>
    public bool IsUnusual { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The values, where they were revealed.</summary>
    public IReadOnlyList<RevealedLine>? Values { get; init; }

    /// <summary>The reveals before; only where none was made just now.</summary>
    public IReadOnlyList<PastLine>? Past { get; init; }
}
