using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>The page that says where columns go.</summary>
internal sealed record ColumnsModel
{
    public required ImportCard Import { get; init; }

    /// <summary>How the file is read now; null where it cannot be read this way.</summary>
    public required ImportColumns? Columns { get; init; }

    /// <summary>The delimiter that is chosen, as the form spells it.</summary>
    public required string Delimiter { get; init; }

    public required string Encoding { get; init; }

    /// <summary>Everything that a column can go to, with what people call it.</summary>
    public required IReadOnlyList<(string Target, string Label)> Targets { get; init; }

    /// <summary>What is to be corrected.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
