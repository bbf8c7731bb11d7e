namespace Strongroom.Server.Redaction;

/// <summary>What a reviewer decided about a box.</summary>
internal enum BoxDecision
{
    None = 0,

    /// <summary>Not yet; no copy is made while there is one.</summary>
    Undecided,

    /// <summary>It is blacked out.</summary>
    Accepted,

    /// <summary>It stays as it is.</summary>
    Rejected,
}
