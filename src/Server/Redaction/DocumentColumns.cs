namespace Strongroom.Server.Redaction;

/// <summary>What the seals of a document's records and files are bound to.</summary>
internal static class DocumentColumns
{
    public const string Original = "original";
    public const string Text = "text";
    public const string Boxes = "boxes";
    public const string Copy = "copy";
    public const string Proof = "proof";
    public const string Words = "words";
    public const string Filed = "filed";
}
