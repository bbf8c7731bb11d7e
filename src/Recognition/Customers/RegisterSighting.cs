using Strongroom.Vocabulary;

namespace Strongroom.Recognition.Customers;

/// <summary>A place in a document that may name a registered customer.</summary>
internal sealed record RegisterSighting(
    CustomerId Customer, string FieldKind, VariantStrength Strength, int WordCount, int Segment, int Start, int End)
{
    /// <summary>Whether the words stand after a title such as "Mrs".</summary>
    public bool FollowsTitle { get; init; }

    /// <summary>Whether its words stand on both sides of a comma.</summary>
    public bool CrossesComma { get; init; }

    /// <summary>Its first word in the segment, counted from 0.</summary>
    public int FirstWord { get; init; }

    /// <summary>Its last word.</summary>
    public int LastWord { get; init; }

    /// <summary>Whether it still needs the same customer elsewhere in the document.</summary>
    public bool IsPart => Strength == VariantStrength.Part && !FollowsTitle;
}
