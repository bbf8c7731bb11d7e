using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// A rectangle on a page as it is seen upright: twentieths of a point from its upper left corner. A point is 1/72 inch.
/// </summary>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Right">The column after the last one.</param>
/// <param name="Bottom">The row after the last one.</param>
public sealed record PageArea(int Left, int Top, int Right, int Bottom)
{
    /// <summary>How many units make a point.</summary>
    public const int UnitsPerPoint = 20;

    /// <summary>Whether nothing lies in it.</summary>
    [JsonIgnore]
    public bool IsEmpty => Left >= Right || Top >= Bottom;

    /// <summary>The units from its first column to its last.</summary>
    [JsonIgnore]
    public int Width => Right - Left;

    /// <summary>The units from its first row to its last.</summary>
    [JsonIgnore]
    public int Height => Bottom - Top;

    /// <summary>Whether some of one lies in the other.</summary>
    public bool Meets(PageArea other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>The smallest area that holds both.</summary>
    public PageArea With(PageArea other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PageArea(
            Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom));
    }
}
