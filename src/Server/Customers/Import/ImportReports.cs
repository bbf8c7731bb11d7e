using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>The report of an import, sealed in the compartment that the import began in.</summary>
internal static class ImportReports
{
    private const string Column = "import-report";

    /// <summary>The report is a record of its own beside the progress: version 2 of the job's card.</summary>
    private const long Version = 2;

    public static async Task KeepAsync(
        OpenCompartment open, JobId job, ImportReport report, CancellationToken cancellation)
    {
        byte[] sealedReport = open.SealFor(job).Seal(
            Column, null, Version, JsonSerializer.SerializeToUtf8Bytes(report, CustomersJson.Default.ImportReport));
        await open.WriteAsync(session => Write(session, job, sealedReport), cancellation);
    }

    /// <summary>The report; null while there is none.</summary>
    public static ImportReport? Find(OpenCompartment open, JobId job)
    {
        byte[]? found = open.Read(session => session.Record(new RecordAddress(job, null), Version));
        return found is null
            ? null
            : JsonSerializer.Deserialize(
                open.SealFor(job).Open(Column, null, Version, found), CustomersJson.Default.ImportReport);
    }

    private static bool Write(CompartmentSession session, JobId job, byte[] sealedReport)
    {
        var address = new RecordAddress(job, null);
        session.RemoveRecord(address, Version);
        session.AddRecord(address, Version, sealedReport);
        return true;
    }
}
