using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>How somebody looks at a page.</summary>
/// <param name="Name">A word for messages and file names.</param>
/// <param name="Width">Of the window, in pixels.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="IsForced">Whether the system forces its own few colours.</param>
/// <param name="TextPercent">The size of letters that the reader has set.</param>
public sealed record Look(string Name, int Width, ColorScheme Scheme, bool IsForced, int TextPercent)
{
    public const int Height = 900;

    public static Look Light { get; } = new("light", 1280, ColorScheme.Light, false, 100);

    public static Look Dark { get; } = new("dark", 1280, ColorScheme.Dark, false, 100);

    /// <summary>What is left of 1280 pixels at 400 %, or a small phone.</summary>
    public static Look Narrow { get; } = new("320 px", 320, ColorScheme.Light, false, 100);

    public static Look LargeText { get; } = new("200 % text", 1280, ColorScheme.Light, false, 200);

    public static Look Forced { get; } = new("forced colours", 1280, ColorScheme.Dark, true, 100);

    /// <summary>Whether the rules of accessibility may judge it otherwise than they judged another look.</summary>
    public bool IsScanned => !IsForced && TextPercent == 100;

    public static IReadOnlyList<Look> All { get; } = [Light, Dark, Narrow, LargeText, Forced];

    public override string ToString() => Name;
}
