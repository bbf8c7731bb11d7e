using System.Runtime.InteropServices;

namespace Strongroom.Recognition.Patterns;

/// <summary>What a recognizer proposes, in places of the normal text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Proposal(int Start, int End, string Kind, int Likelihood, string Reason);
