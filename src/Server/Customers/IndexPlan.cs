using System.Numerics;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Customers.LookUps;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// How many bits of a blind-index tag are kept: log₂(cap) − 2, so that a tag fits about four customers of a full
/// compartment and tells a thief little; all 128 for values that are unique anyway (CipherSweet's planning rule).
/// </summary>
internal static class IndexPlan
{
    private const int FullBits = 128;
    private const int FewestBits = 4;

    public static int Bits(IndexWidth width, int cap) =>
        width == IndexWidth.Full ? FullBits : Math.Max(FewestBits, BitOperations.Log2((uint)Math.Max(cap, 1)) - 2);

    /// <summary>
    /// The tags of a customer's fields, the words of the name too, computed before the writer is asked.
    /// </summary>
    public static List<(string Field, byte[] Tag)> Tags(OpenCompartment open, FieldSet fields)
    {
        List<(string, byte[])> tags = ValueTags(open, fields);
        foreach ((FieldKind kind, FieldValue value) in fields.Values)
        {
            if (kind.Name == NameWords.Kind)
            {
                tags.AddRange(NameWords.Tags(open, value.Normalised!));
            }
        }

        return tags;
    }

    /// <summary>The tags of whole values: what a look-up by fields searches.</summary>
    public static List<(string Field, byte[] Tag)> ValueTags(OpenCompartment open, FieldSet fields)
    {
        var tags = new List<(string, byte[])>();
        foreach ((FieldKind kind, FieldValue value) in fields.Values)
        {
            if (value.Normalised is { } normalised)
            {
                tags.Add((kind.Name, open.Tag(kind.Name, normalised, Bits(kind.Index, open.Facts.Cap))));
            }
        }

        return tags;
    }
}
