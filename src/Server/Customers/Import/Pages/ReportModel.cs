namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>An import with its report, for the pages of the dry run, the run and the undoing.</summary>
internal sealed record ReportModel
{
    public required ImportCard Import { get; init; }

    /// <summary>What the dry run or the run found; null while there is none.</summary>
    public required ImportReport? Report { get; init; }

    /// <summary>The field kinds' labels by name.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>When the page was asked for.</summary>
    public required DateTimeOffset Now { get; init; }

    public string Path => $"/imports/{Import.Id}";

    public bool MayUndo => Import.MayUndo(Now);

    /// <summary>How many rows would be, or were, registered.</summary>
    public long Fitting => Report is null ? 0 : Report.Good - Report.LeftOut;

    /// <summary>What people call a field, or a part of one.</summary>
    public string LabelOf(string field) => Labels.GetValueOrDefault(field, field);
}
