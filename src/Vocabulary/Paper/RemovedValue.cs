namespace Strongroom.Vocabulary.Paper;

/// <summary>One removed value in a proof: a keyed hash and a place, never the value.</summary>
/// <param name="Hash">SipHash-2-4 of the value under the request's key.</param>
/// <param name="Kind">The kind of the finding.</param>
/// <param name="Place">Where it stood in the source.</param>
/// <param name="Label">What stands there now.</param>
public sealed record RemovedValue(ulong Hash, string Kind, string Place, string Label);
