namespace Strongroom.Server.Redaction;

/// <summary>A range that a reviewer has drawn.</summary>
/// <param name="Segment">The segment, from 0.</param>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">The unit after the last one.</param>
/// <param name="Kind">What it is; decides the label.</param>
internal sealed record DrawnRange(int Segment, int Start, int End, string Kind);
