namespace Strongroom.Server.Customers;

/// <summary>A hold: the customer may not be erased until it is lifted.</summary>
/// <param name="At">Since when.</param>
/// <param name="By">Who placed it, as the log names them.</param>
/// <param name="Case">The case or matter that it is for; no free text.</param>
internal sealed record CustomerHold(DateTimeOffset At, string By, string Case);
