using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>
/// The page's form with many files, read as it streams in: one file at a time is in memory, none on the disk. The
/// frame's tokens and the fields stand before the first file.
/// </summary>
internal sealed class UploadForm
{
    private const int MostFields = 8;
    private const int LongestField = 1024;

    private readonly MultipartReader _reader;
    private readonly long _mostBytes;
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private MultipartSection? _file;

    private UploadForm(MultipartReader reader, long mostBytes)
    {
        _reader = reader;
        _mostBytes = mostBytes;
    }

    /// <summary>How many files one form takes.</summary>
    public const int MostFiles = 50;

    /// <summary>A field that stands before the files; empty where there is none.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name, string.Empty);

    /// <summary>Reads up to the first file.</summary>
    /// <exception cref="RefusedException">It is no such form.</exception>
    public static async Task<UploadForm> BeginAsync(
        HttpRequest untrustedRequest, long mostBytes, CancellationToken cancellation)
    {
        Upload.LiftLimit(untrustedRequest, MostFiles * mostBytes);
        var form = new UploadForm(Upload.Reader(untrustedRequest), mostBytes);
        while (await form.AdvanceAsync(cancellation) is { } field)
        {
            (string name, MultipartSection section) = field;
            if (form._fields.Count == MostFields)
            {
                throw new RefusedException(RedactionRefusals.Malformed);
            }

            ReadOnlyMemory<byte> text = await Upload.ReadAsync(
                section.Body, LongestField, RedactionRefusals.Malformed, cancellation);
            form._fields[name] = Encoding.UTF8.GetString(text.Span).Trim();
        }

        return form;
    }

    /// <summary>The next file; null after the last one.</summary>
    /// <exception cref="RefusedException">This file is refused; the one after it can still be asked for.</exception>
    public async Task<Upload?> NextAsync(CancellationToken cancellation)
    {
        while (_file is { } section)
        {
            string name = Upload.FileNameOf(section.GetContentDispositionHeader()!);
            try
            {
                // A browser sends a part without a name where nobody chose a file.
                if (name.Length > 0)
                {
                    return Upload.Make(
                        name,
                        await Upload.ReadAsync(section.Body, _mostBytes, RedactionRefusals.TooLarge, cancellation),
                        Texts());
                }
            }
            finally
            {
                await AdvanceAsync(cancellation);
            }
        }

        return null;
    }

    /// <summary>Whose it is is said by a code, else by the compartment that is chosen.</summary>
    private Dictionary<string, string> Texts()
    {
        string kind = this["kind"].ToLowerInvariant().Replace(' ', '-');
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = kind.Length == 0 ? Upload.DefaultKind : kind,
            [this["customer"].Length > 0 ? "customer" : "compartment"] =
                this["customer"].Length > 0 ? this["customer"] : this["compartment"],
        };
    }

    // Holds a file back for NextAsync; gives what is no file.
    private async Task<(string Name, MultipartSection Section)?> AdvanceAsync(CancellationToken cancellation)
    {
        _file = null;
        if (await Upload.NextAsync(_reader, cancellation) is not { } section)
        {
            return null;
        }

        ContentDispositionHeaderValue disposition = section.GetContentDispositionHeader()
            ?? throw new RefusedException(RedactionRefusals.Malformed);
        string name = Upload.NameOf(disposition);
        if (name != "file")
        {
            return (name, section);
        }

        _file = section;
        return null;
    }
}
