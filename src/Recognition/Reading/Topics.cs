namespace Strongroom.Recognition.Reading;

/// <summary>What the words before a number, or the heading of its column, are about.</summary>
[Flags]
internal enum Topics
{
    None = 0,
    TaxNumber = 1,
    Account = 2,
    Routing = 4,
    Card = 8,
    Phone = 16,
    Name = 32,

    /// <summary>Another sort of number: an invoice, an order. Words farther off do not count.</summary>
    Other = 64,
}
