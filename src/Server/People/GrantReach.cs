using System.Globalization;

namespace Strongroom.Server.People;

/// <summary>
/// The blast radius of a grant: what it lets somebody reach, counted from what the access rule reads, roles and series.
/// </summary>
internal sealed record GrantReach
{
    /// <summary>The field kinds that may be revealed; empty where the roles reveal nothing.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The same as people read them.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>How many of them are protected: each reveal asks for a step-up.</summary>
    public required int ProtectedFields { get; init; }

    /// <summary>The series assigned that there are.</summary>
    public required IReadOnlyList<SeriesReach> Series { get; init; }

    /// <summary>Customers of those series, where the roles see any customer; 0 otherwise.</summary>
    public required long Customers { get; init; }

    /// <summary>Customers of the whole installation.</summary>
    public required long AllCustomers { get; init; }

    /// <summary>Whether the roles reach into compartments at all.</summary>
    public required bool SeesCustomers { get; init; }

    /// <summary>The one sentence that says it.</summary>
    public string Sentence => (SeesCustomers, Series.Count, Fields.Count) switch
    {
        (false, _, _) => "Will see no customer.",
        (true, 0, _) => "Will see no customer yet: no compartment is assigned.",
        (true, _, 0) => $"Will see masked fields of {Count(Customers, "customer")} and reveal none.",
        _ => $"Will be able to reveal {Count(Fields.Count, "field")} of {Count(Customers, "customer")}.",
    };

    private static string Count(long number, string noun) => string.Create(
        CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
