namespace Strongroom.Server.Customers.Fields;

/// <summary>How much of a blind-index tag is kept.</summary>
internal enum IndexWidth
{
    /// <summary>No index: the value has too few possibilities, or nobody looks it up.</summary>
    None = 0,

    /// <summary>So few bits that a tag fits several customers; candidates are opened and compared.</summary>
    Truncated,

    /// <summary>All 128 bits: the value is unique anyway, and cutting would win nothing.</summary>
    Full,
}
