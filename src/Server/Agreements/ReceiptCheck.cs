namespace Strongroom.Server.Agreements;

/// <summary>One thing that was checked of a receipt.</summary>
/// <param name="Name"><c>text</c>, <c>hash</c>, <c>record</c>, <c>passkey</c> or <c>log</c>.</param>
/// <param name="Holds">Whether it is as the receipt says.</param>
/// <param name="Sentence">What that means.</param>
internal sealed record ReceiptCheck(string Name, bool Holds, string Sentence);
