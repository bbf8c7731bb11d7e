using System.Text.Json.Serialization;

namespace Strongroom.Server.Checks;

/// <summary>One check of the installation.</summary>
/// <param name="Id">Stable, lower case with dashes.</param>
/// <param name="State"><c>green</c>, <c>amber</c> or <c>red</c>.</param>
/// <param name="Sentence">What was found, and its price.</param>
/// <param name="Fix">What to do; absent where nothing is to be done.</param>
internal sealed record Check(string Id, string State, string Sentence, string? Fix = null)
{
    /// <summary>
    /// What of it was found, where that can change while the state stays: an acknowledgement holds for this only.
    /// </summary>
    [JsonIgnore]
    public string Ground { get; init; } = string.Empty;

    /// <summary>Who answers for it; only ambers can be answered for.</summary>
    public Acknowledgement? Acknowledged { get; init; }

    /// <summary>Whether it still asks for somebody: not green, and nobody answers for it.</summary>
    [JsonIgnore]
    public bool IsPending => State is not "green" && Acknowledged is null;

    public static Check Green(string id, string sentence) => new(id, "green", sentence);

    public static Check Amber(string id, string sentence, string fix) => new(id, "amber", sentence, fix);

    public static Check Red(string id, string sentence, string fix) => new(id, "red", sentence, fix);
}
