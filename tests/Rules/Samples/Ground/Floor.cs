namespace Strongroom.Rules.Samples.Ground;

/// <summary>What the sample slices stand on.</summary>
internal static class Floor
{
    public static int Height => 1;
}
