using System.Text.Json;

namespace Strongroom.Server.Customers.Pages;

/// <summary>One value in the clear, in the lines that people read. Does not print.</summary>
internal sealed class RevealedLine
{
    // In this order on paper and on the screen; all other properties of composite kinds are looked up by name.
    private static readonly string[] Parts =
        ["lines", "city", "region", "postalCode", "country", "number", "expiry", "account", "routing"];

    public required string Label { get; init; }

    /// <summary>What stands on paper instead.</summary>
    public required string Masked { get; init; }

    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>A string as it is; of an object its parts, one a line.</summary>
    public static IReadOnlyList<string> Read(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? [.. Parts.Where(part => value.TryGetProperty(part, out _)).SelectMany(part => Texts(value.GetProperty(part)))]
        : [.. Texts(value)];

    public override string ToString() => "[personal]";

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => value.GetString()!.Split('\n'),
        _ => [],
    };
}
