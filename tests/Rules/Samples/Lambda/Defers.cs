using Strongroom.Rules.Samples.Ground;

namespace Strongroom.Rules.Samples.Lambda;

internal static class Defers
{
    public static Func<int> Run(int more) => () => Floor.Height + more;
}
