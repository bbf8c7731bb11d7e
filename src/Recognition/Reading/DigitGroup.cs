using System.Runtime.InteropServices;

namespace Strongroom.Recognition.Reading;

/// <summary>Some digits without anything between them.</summary>
/// <param name="Start">The first digit.</param>
/// <param name="End">The place after the last digit.</param>
/// <param name="Gap">What stands between the group before and this one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DigitGroup(int Start, int End, Gap Gap)
{
    public int Length => End - Start;
}
