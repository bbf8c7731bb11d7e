using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// The multipart form of an import, read as it streams in: the framework's own reader would write a large file to a
/// temporary folder in the clear. So the file comes last: <c>compartment</c>, <c>mapping</c>, <c>delimiter</c>,
/// <c>dryRun</c>, <c>hold</c>, then <c>file</c>.
/// </summary>
internal sealed class ImportForm : IAsyncDisposable
{
    private const int LongestBoundary = 100;
    private const int MostParts = 8;
    private const int LongestPart = 64 * 1024;

    private readonly Dictionary<string, string> _parts;

    private ImportForm(Dictionary<string, string> parts, ImportPlan plan, Stream file)
    {
        _parts = parts;
        Plan = plan;
        File = file;
    }

    /// <summary>The series that takes the customers in; empty where the form names none.</summary>
    public string Series => Part("compartment");

    public ImportPlan Plan { get; }

    /// <summary>Whether only to look.</summary>
    public bool IsDryRun => Part("dryRun") == "true";

    /// <summary>Whether to keep the file until its columns are said and it is run.</summary>
    public bool IsHeld => Part("hold") == "true";

    public Stream File { get; }

    /// <summary>Whether somebody chose a file: a browser sends a part without a name where nobody did.</summary>
    public bool HasFile => Part("file").Length > 0;

    /// <summary>A part that stands before the file; empty where there is none.</summary>
    public string Part(string name) => _parts.GetValueOrDefault(name, string.Empty);

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
                    parts["file"] = HeaderUtilities.RemoveQuotes(disposition.FileName).Length > 0 ? "named" : string.Empty;
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
        var plan = new ImportPlan
        {
            Mapping = parts.TryGetValue("mapping", out string? mapping)
                ? JsonSerializer.Deserialize(mapping, CustomersJson.Default.DictionaryStringString)
                : null,
            Delimiter = parts.TryGetValue("delimiter", out string? delimiter) && delimiter.Length == 1 ? delimiter[0]
                : null,
        };
        return new ImportForm(parts, plan, file);
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
