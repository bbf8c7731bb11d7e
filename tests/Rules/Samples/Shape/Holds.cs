using Strongroom.Rules.Samples.Ground;

namespace Strongroom.Rules.Samples.Shape;

internal sealed class Holds
{
    public static IReadOnlyList<Dictionary<string, Holds[]>> None { get; } = [];

    public static Type Run() => typeof(Floor);
}
