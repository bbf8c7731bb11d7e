using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.History;

/// <summary>When, by whom and why one version of a field was set. Stands in the sealed card; holds no value.</summary>
/// <param name="Version">The version of the field, from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">The actor's text form.</param>
/// <param name="Purpose">Why, from the list of purposes; null where nobody was asked.</param>
/// <param name="Case">The case's number, if one was given.</param>
internal sealed record FieldChange(long Version, DateTimeOffset At, string By, string? Purpose, string? Case)
{
    /// <summary>A change by somebody, for whichever version it becomes.</summary>
    public static FieldChange Now(DateTimeOffset now, Actor actor, string? purpose = null, string? caseNumber = null) =>
        new(0, now, actor.ToString(), purpose, caseNumber);
}
