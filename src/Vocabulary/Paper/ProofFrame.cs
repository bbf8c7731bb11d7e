namespace Strongroom.Vocabulary.Paper;

/// <summary>The bytes of a proof.</summary>
internal static class ProofFrame
{
    public const int RemovedLength = 20;
    public const int SearchLength = 8;
    private const int HashLength = 32;

    public static void Write(FrameWriter writer, RedactionProof proof)
    {
        writer.Text(proof.RuleVersion);
        writer.Byte((int)proof.Format);
        writer.Bytes(proof.SourceHash.Span);
        writer.Bytes(proof.CopyHash.Span);
        writer.List(proof.Removed, value => WriteRemoved(writer, value));
        writer.List(proof.Searches, search => WriteSearch(writer, search));
        writer.Int(proof.ValueCount);
        writer.Int(proof.KeptCount);
        writer.Int(proof.UndecidedCount);
    }

    public static RedactionProof Read(ref FrameReader reader)
    {
        var proof = new RedactionProof
        {
            RuleVersion = reader.Text(),
            Format = (PaperFormat)reader.Byte(),
            SourceHash = reader.Bytes().ToArray(),
            CopyHash = reader.Bytes().ToArray(),
            Removed = reader.List(RemovedLength, ReadRemoved),
            Searches = reader.List(SearchLength, ReadSearch),
            ValueCount = reader.Int(),
            KeptCount = reader.Int(),
            UndecidedCount = reader.Int(),
        };
        if (!Enum.IsDefined(proof.Format) || proof.SourceHash.Length != HashLength
            || proof.CopyHash.Length != HashLength)
        {
            reader.Fail();
        }

        return proof;
    }

    public static void WriteRemoved(FrameWriter writer, RemovedValue value)
    {
        writer.Long(value.Hash);
        writer.Text(value.Kind);
        writer.Text(value.Place);
        writer.Text(value.Label);
    }

    public static void WriteSearch(FrameWriter writer, ProofSearch search)
    {
        writer.Text(search.Encoding);
        writer.Int(search.Hits);
    }

    public static RemovedValue ReadRemoved(ref FrameReader reader) =>
        new(reader.Long(), reader.Text(), reader.Text(), reader.Text());

    public static ProofSearch ReadSearch(ref FrameReader reader) => new(reader.Text(), reader.Int());
}
