using System.Numerics;
using Strongroom.Server.Compartments;
using Strongroom.Server.Redaction;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>
/// The blind index over codes and words of what is filed. A word's tag keeps log₂(rows) − 4 bits, so that it fits
/// several words of the compartment and a thief cannot read them off; a code's keeps all, for codes are unique anyway.
/// </summary>
internal static class WordIndex
{
    /// <summary>The field's name in <c>keys.db</c>, and of its key.</summary>
    public const string Field = "archive-word";

    private const int CodeBits = 128;
    private const int FewestBits = 4;
    private const int BitsHeldBack = 4;

    /// <summary>Planned for: different words that one customer's paperwork adds.</summary>
    private const int WordsOfCustomer = 256;

    public static byte[] Tag(OpenCompartment open, string word) => open.Tag(Field, word, Bits(open.Facts.Cap));

    public static byte[] Tag(OpenCompartment open, CustomerCode code) => open.Tag(Field, code.ToString(), CodeBits);

    /// <summary>The tags of what is to be filed, computed before the writer is asked.</summary>
    public static List<byte[]> Tags(OpenCompartment open, CopyWords words) =>
        [.. words.Words.Select(word => Tag(open, word)), .. words.Codes.Select(code => Tag(open, code))];

    public static void Write(CompartmentSession session, DocumentId document, List<byte[]> tags) =>
        session.AddBlinds(tags.Select(tag => (Field, tag)), document);

    /// <summary>How many bits of a word's tag are kept in a compartment of this cap.</summary>
    public static int Bits(int cap) =>
        Math.Max(FewestBits, BitOperations.Log2((ulong)Math.Max(cap, 1) * WordsOfCustomer) - BitsHeldBack);
}
