using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>One way to look: values that must be the same, or words of a name. Does not print.</summary>
internal sealed class LookUpPlan
{
    /// <summary>Values that must all be the same; null where words are looked for.</summary>
    public FieldSet? Fields { get; init; }

    /// <summary>Folded words of a name; empty where values are looked for.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The year or date of birth, as its value begins: <c>1971</c> or <c>1971-12-31</c>.</summary>
    public string? Born { get; init; }

    /// <summary>The kinds that it compares, for the log.</summary>
    public IEnumerable<string> Kinds => Fields is { } fields
        ? fields.Values.Select(value => value.Kind.Name)
        : [NameWords.Kind, .. Born is null ? Array.Empty<string>() : [NameWords.Birth]];

    public override string ToString() => "[personal]";
}
