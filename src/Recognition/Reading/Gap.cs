namespace Strongroom.Recognition.Reading;

/// <summary>What stands between two groups of digits.</summary>
internal enum Gap
{
    /// <summary>The first group of its run.</summary>
    None = 0,
    Space,
    Dash,
    Dot,
    Slash,
    Line,
    Mixed,
}
