namespace Strongroom.Recognition.Customers;

/// <summary>How much a variant says by itself.</summary>
internal enum VariantStrength
{
    None = 0,

    /// <summary>Enough, in any case.</summary>
    Full,

    /// <summary>Enough where its words are capitalised, or in an e-mail address.</summary>
    Capitalised,

    /// <summary>Enough only in an e-mail address.</summary>
    InAddress,

    /// <summary>A part: counts after a title, or where the same customer is found elsewhere in the document.</summary>
    Part,
}
