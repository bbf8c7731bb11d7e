using System.CommandLine;
using System.Globalization;

namespace Strongroom.Cli.Api;

/// <summary>The options of lists that come in pages, and the query they make.</summary>
internal sealed class Paging
{
    public Option<int?> Limit { get; } = new("--limit")
    {
        Description = "How many at most, up to 200.",
        HelpName = "N",
    };

    public Option<string?> Cursor { get; } = new("--cursor") { Description = "Where the last page ended." };

    /// <summary>The query, with its question mark; empty where there is nothing to ask.</summary>
    public string Query(ParseResult parsed, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        string? limit = parsed.GetValue(Limit)?.ToString(CultureInfo.InvariantCulture);
        return Make([("limit", limit), ("cursor", parsed.GetValue(Cursor)), .. more]);
    }

    /// <summary>A query of what has a value.</summary>
    public static string Make(params ReadOnlySpan<(string Name, string? Value)> pairs)
    {
        var given = new List<string>();
        foreach ((string name, string? value) in pairs)
        {
            if (value is not null)
            {
                given.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return given.Count > 0 ? "?" + string.Join('&', given) : string.Empty;
    }
}
