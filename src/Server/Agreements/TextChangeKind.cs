namespace Strongroom.Server.Agreements;

/// <summary>What became of a piece of text from one version to the next.</summary>
internal enum TextChangeKind
{
    /// <summary>Not a kind.</summary>
    None = 0,

    /// <summary>In both.</summary>
    Kept = 1,

    /// <summary>In the newer one only.</summary>
    Added = 2,

    /// <summary>In the older one only.</summary>
    Removed = 3,
}
