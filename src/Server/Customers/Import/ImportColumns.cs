namespace Strongroom.Server.Customers.Import;

/// <summary>How a file is read: what was guessed, or said since.</summary>
internal sealed record ImportColumns
{
    /// <summary>The delimiter: a comma, semicolon, tab or bar.</summary>
    public required char Delimiter { get; init; }

    /// <summary>A name of <see cref="ImportEncodings"/>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The columns in the file's order; a header that stands there twice counts once.</summary>
    public required IReadOnlyList<ImportColumn> Columns { get; init; }
}
