namespace Strongroom.Server.Customers;

/// <summary>
/// The card that <c>keys.db</c> names is not in <c>records.db</c> yet: the keys of a batch are committed a moment
/// before its records. The reader waits for the batch and reads again.
/// </summary>
internal sealed class CardMissingException : Exception;
