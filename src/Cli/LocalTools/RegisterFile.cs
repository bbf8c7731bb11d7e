using System.Security.Cryptography;
using Strongroom.Recognition.Customers;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>
/// A register of customers from a CSV file with the header <c>code,kind,value</c>, several rows a customer. The
/// Redactor
/// reads the file, so that this program parses no table.
/// </summary>
internal sealed class RegisterFile : IDisposable
{
    private readonly CustomerRegister _register = new(RandomNumberGenerator.GetBytes(SipHash24.KeyLength));
    private readonly Dictionary<string, CustomerId> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<CustomerId,
    (CustomerCode Code, List<(string Kind, string Value)> Fields)> _customers = [];

    private RegisterFile()
    {
    }

    /// <summary>Makes the register from the rows of the table.</summary>
    /// <param name="table">The table as the Redactor read it.</param>
    /// <param name="fault">What is wrong with it, without its values; null when it was read.</param>
    public static RegisterFile? Read(DocumentText table, out string? fault)
    {
        var file = new RegisterFile();
        bool hasHeader = table.Segments.Count > 0 && Cells(table.Segments[0]) is ["code", "kind", "value"];
        fault = hasHeader ? null : "the register's first row must be code,kind,value";
        foreach (TextSegment row in table.Segments.Skip(1))
        {
            fault ??= file.Add(row);
        }

        if (fault is null)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <summary>Adds the registered customers to what patterns found.</summary>
    public Task<IReadOnlyList<Finding>> MatchAsync(
        DocumentText document, IReadOnlyList<Finding> patterns, CancellationToken cancellation) =>
        new CustomerMatcher(_register, Confirm).MatchAsync(document, patterns, cancellation);

    public void Dispose() => _register.Dispose();

    private string? Add(TextSegment row)
    {
        string[] cells = Cells(row);
        if (cells is [""])
        {
            return null;
        }

        if (cells.Length != 3 || !CustomerCode.TryParse(cells[0], null, out CustomerCode? code))
        {
            return string.Create(null, $"row {row.Number} of the register holds no customer code and two more cells");
        }

        if (CustomerVariants.FindingKindOf(cells[1]) is null)
        {
            return string.Create(null, $"row {row.Number} of the register has an unknown kind");
        }

        if (!_ids.TryGetValue(code.ToString(), out CustomerId? id))
        {
            id = CustomerId.New();
            _ids.Add(code.ToString(), id);
            _customers.Add(id, (code, []));
        }

        _customers[id].Fields.Add((cells[1], cells[2]));
        _register.Add(id, cells[1], cells[2]);
        return null;
    }

    private ValueTask<CustomerCode?> Confirm(
        CustomerId candidate, string fieldKind, string found, CancellationToken cancellation)
    {
        (CustomerCode code, List<(string Kind, string Value)> fields) = _customers[candidate];
        bool agrees = fields.Exists(field => string.Equals(field.Kind, fieldKind, StringComparison.Ordinal)
            && CustomerVariants.Agrees(fieldKind, field.Value, found));
        return ValueTask.FromResult(agrees ? code : null);
    }

    private static string[] Cells(TextSegment row) =>
        [.. Enumerable.Range(0, row.CellStarts.Count).Select(
            cell => row.Text[row.CellStarts[cell]..row.CellEnd(cell)].Trim())];
}
