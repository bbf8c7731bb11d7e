using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>What the pages with a report read; minimal APIs fill it.</summary>
internal sealed record ReportRequest(
    CurrentStanding Standing, ViewImports View, FieldKinds Kinds, TimeProvider Time, CancellationToken Cancellation)
{
    /// <exception cref="RefusedException">The import is not there, not theirs, or a gate is shut.</exception>
    public async Task<ReportModel> ReadAsync(JobId id)
    {
        ImportAnswer answer = await View.RunAsync(Standing.Value, id, Cancellation);
        return new ReportModel
        {
            Import = answer.Import ?? throw new RefusedException(ImportRefusals.NotFound),
            Report = answer.Report,
            Labels = Kinds.All.ToDictionary(kind => kind.Name, kind => kind.Label, StringComparer.Ordinal),
            Now = Time.GetUtcNow(),
        };
    }
}
