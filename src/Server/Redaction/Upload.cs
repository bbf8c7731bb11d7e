using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>
/// A document as it comes in, read from the request into memory: the framework's own reader would put large files onto
/// the disk in the clear.
/// </summary>
internal sealed class Upload
{
    private const int MostParts = 8;
    internal const int LongestPart = 200;
    private const int LongestName = 255;
    private const int LongestKind = 64;
    private const int Overhead = 64 * 1024;
    internal const string DefaultKind = "document";

    public required string FileName { get; init; }

    public required PaperFormat Format { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Whose paperwork it is; null where it is the compartment's.</summary>
    public CustomerCode? Customer { get; init; }

    /// <summary>The compartment's name; null where the customer says where.</summary>
    public string? Compartment { get; init; }

    public required string Kind { get; init; }

    /// <exception cref="RefusedException">It is no such form, too large, or of a format that is not taken.</exception>
    public static async Task<Upload> ReadAsync(HttpRequest request, long mostBytes, CancellationToken cancellation)
    {
        LiftLimit(request, mostBytes);
        MultipartReader reader = Reader(request);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        (string Name, ReadOnlyMemory<byte> Content)? file = null;
        for (int parts = 0; await NextAsync(reader, cancellation) is { } section; parts++)
        {
            ContentDispositionHeaderValue? disposition =
                parts < MostParts ? section.GetContentDispositionHeader() : null;
            string name = NameOf(disposition ?? throw new RefusedException(RedactionRefusals.Malformed));
            if (name == "file")
            {
                ReadOnlyMemory<byte> content = await ReadAsync(
                    section.Body, mostBytes, RedactionRefusals.TooLarge, cancellation);
                file = (FileNameOf(disposition), content);
            }
            else
            {
                ReadOnlyMemory<byte> text = await ReadAsync(
                    section.Body, LongestPart, RedactionRefusals.Malformed, cancellation);
                texts[name] = Encoding.UTF8.GetString(text.Span).Trim();
            }
        }

        return Make(file?.Name, file?.Content ?? default, texts);
    }

    internal static Upload Make(string? fileName, ReadOnlyMemory<byte> content, Dictionary<string, string> texts)
    {
        if (fileName is null)
        {
            throw new RefusedException(
                RedactionRefusals.Malformed, new FieldFault("file", "Send the document as file."));
        }

        PaperFormat format = PaperFormats.FromExtension(Path.GetExtension(fileName));
        if (format == PaperFormat.None)
        {
            throw new RefusedException(RedactionRefusals.FormatRefused);
        }

        string? untrustedCode = texts.GetValueOrDefault("customer");
        string? compartment = texts.GetValueOrDefault("compartment");
        string kind = texts.GetValueOrDefault("kind", DefaultKind);
        CustomerCode? customer = null;
        bool isOne = untrustedCode is null != compartment is null;
        bool isCode = untrustedCode is null || CustomerCode.TryParse(untrustedCode, null, out customer);
        Require("customer", isOne, "Name a customer's code or a compartment, one of the two.");
        Require("customer", isCode, "This is no customer code.");
        Require("kind", Slug.IsSlug(kind, LongestKind), "Lower-case letters, digits and dashes, such as letter.");
        return new Upload
        {
            FileName = fileName,
            Format = format,
            Content = content,
            Customer = customer,
            Compartment = compartment,
            Kind = kind,
        };
    }

    internal static void LiftLimit(HttpRequest request, long mostBytes)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = mostBytes + Overhead;
        }
    }

    private static void Require(string field, bool isRight, string sentence)
    {
        if (!isRight)
        {
            throw new RefusedException(RedactionRefusals.Invalid, new FieldFault(field, sentence));
        }
    }

    internal static MultipartReader Reader(HttpRequest request)
    {
        bool isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        string boundary = HeaderUtilities.RemoveQuotes(type?.Boundary ?? default).ToString();
        return isForm && boundary.Length is > 0 and <= 70
            ? new MultipartReader(boundary, request.Body)
            : throw new RefusedException(RedactionRefusals.Malformed);
    }

    internal static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new RefusedException(RedactionRefusals.Malformed);
        }
    }

    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(
        Stream body, long most, Refusal tooLong, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        byte[] buffer = new byte[81920];
        try
        {
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (content.Length + read > most)
                {
                    throw new RefusedException(tooLong);
                }

                await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new RefusedException(RedactionRefusals.Malformed);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    internal static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.Name).ToString();

    internal static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        string name = HeaderUtilities
            .RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName)
            .ToString();
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(name.Where(character => !char.IsControl(character)).Take(LongestName));
    }
}
