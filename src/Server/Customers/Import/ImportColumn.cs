namespace Strongroom.Server.Customers.Import;

/// <summary>A column of a file that waits for its import.</summary>
/// <param name="Header">The header, as the file spells it.</param>
/// <param name="Shape">
/// How the first row's value is made, so that a column is known without its values: <c>9</c> for a digit, <c>a</c> for
/// a letter.
/// </param>
/// <param name="Target">The field kind or part of one; null where the column is not imported.</param>
internal sealed record ImportColumn(string Header, string Shape, string? Target);
