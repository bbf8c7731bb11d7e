using System.Runtime.InteropServices;

namespace Strongroom.Recognition.Customers;

/// <summary>A run of letters or of digits in a text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text.</param>
/// <param name="FoldedStart">Where its folded form begins.</param>
/// <param name="FoldedEnd">Where its folded form ends.</param>
/// <param name="IsDigits">Whether it is digits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, int FoldedStart, int FoldedEnd, bool IsDigits);
