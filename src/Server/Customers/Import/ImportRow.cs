using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Customers.Import;

/// <summary>A row of the file: its fields where it fits, its faults where it does not.</summary>
internal sealed record ImportRow(long Number, FieldSet? Fields, IReadOnlyList<ImportFault> Faults);
