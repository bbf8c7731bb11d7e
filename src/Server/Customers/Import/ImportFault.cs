namespace Strongroom.Server.Customers.Import;

/// <summary>Why a row was not imported. Holds no value of it.</summary>
/// <param name="Row">The row's number as a spreadsheet counts: the header is row 1.</param>
/// <param name="Field">The field kind, or <c>row</c>.</param>
/// <param name="Sentence">What it should be.</param>
internal sealed record ImportFault(long Row, string Field, string Sentence);
