using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The multipart form of an import, read as it streams in: the framework's own reader would write a large file to a
/// temporary folder in the clear. So the file comes last: <c>compartment</c>, <c>mapping</c>, <c>delimiter</c>,
/// <c>dryRun</c>, then <c>file</c>.
/// </summary>
internal sealed class ImportForm : IAsyncDisposable
{
    private const int LongestBoundary = 100;
    private const int MostParts = 8;
    private const int LongestPart = 64 * 1024;

    private ImportForm(string series, ImportPlan plan, bool isDryRun, Stream file)
    {
        Series = series;
        Plan = plan;
        IsDryRun = isDryRun;
        File = file;
    }

    public string Series { get; }

    public ImportPlan Plan { get; }

    public bool IsDryRun { get; }

    public Stream File { get; }

    /// <exception cref="RefusedException">It is not such a form.</exception>
    public static async Task<ImportForm> ReadAsync(HttpRequest untrustedRequest, CancellationToken cancellation)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        MultipartReader reader = Reader(untrustedRequest);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition)
                {
                    continue;
                }

                string name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (name == "file")
                {
                    return Make(parts, section.Body);
                }

                if (parts.Count == MostParts)
                {
                    throw new InvalidDataException();
                }

                parts[name] = await ReadPartAsync(section.Body, cancellation);
            }
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException or JsonException)
        {
            throw new RefusedException(ImportRefusals.Form);
        }

        throw new RefusedException(ImportRefusals.Form);
    }

    public ValueTask DisposeAsync() => File.DisposeAsync();

    private static ImportForm Make(Dictionary<string, string> parts, Stream file)
    {
        if (!parts.TryGetValue("compartment", out string? series))
        {
            throw new RefusedException(
                ImportRefusals.Form, new FieldFault("compartment", "Name the series, before the file."));
        }

        var plan = new ImportPlan
        {
            Mapping = parts.TryGetValue("mapping", out string? mapping)
                ? JsonSerializer.Deserialize(mapping, CustomersJson.Default.DictionaryStringString)
                : null,
            Delimiter = parts.TryGetValue("delimiter", out string? delimiter) && delimiter.Length == 1 ? delimiter[0]
                : null,
        };
        return new ImportForm(series, plan, parts.TryGetValue("dryRun", out string? dryRun) && dryRun == "true", file);
    }

    private static MultipartReader Reader(HttpRequest request)
    {
        bool isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        string boundary = isForm ? HeaderUtilities.RemoveQuotes(type!.Boundary).ToString() : string.Empty;
        return boundary.Length is > 0 and <= LongestBoundary
            ? new MultipartReader(boundary, request.Body)
            : throw new RefusedException(ImportRefusals.Form);
    }

    private static async Task<string> ReadPartAsync(Stream body, CancellationToken cancellation)
    {
        byte[] buffer = new byte[LongestPart + 1];
        int length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestPart ? Encoding.UTF8.GetString(buffer, 0, length) : throw new InvalidDataException();
    }
}
