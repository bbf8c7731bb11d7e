using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>What is known of a customer: fields by kind, or text as people type it into one box.</summary>
internal sealed record LookUpRequest
{
    /// <summary>The series; every series assigned where it is left out.</summary>
    public string? Compartment { get; init; }

    /// <summary>All of these must fit.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>
    /// A code, an e-mail address, a number, or words of a name with or without a year or date of birth.
    /// </summary>
    public PersonalText? Text { get; init; }
}
