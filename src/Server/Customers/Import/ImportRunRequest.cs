namespace Strongroom.Server.Customers.Import;

/// <summary>How an import is run.</summary>
internal sealed record ImportRunRequest
{
    /// <summary>Whether the rows that the dry run suspected are left out.</summary>
    public bool LeaveOutSuspects { get; init; }
}
