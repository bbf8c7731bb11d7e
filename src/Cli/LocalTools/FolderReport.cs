using System.Globalization;
using System.Text.Json;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>What became of each document of a folder: a line each, or one JSON object at the end.</summary>
internal sealed class FolderReport(bool asJson)
{
    private readonly List<(string File, string? Copy, RedactorAnswer Answer)> _files = [];

    /// <summary>5 where a proof failed, 8 where a document was refused, else 0.</summary>
    public int Code { get; private set; } = ExitCodes.Done;

    private int Kept => _files.Count(file => file.Copy is not null);

    /// <summary>Notes a copy that was kept.</summary>
    public async Task AddAsync(string file, string copy, RedactedAnswer redacted)
    {
        _files.Add((file, copy, redacted));
        int unread = redacted.Proof.Removed.Count(value => value.Kind == FindingKinds.Unread);
        string note = unread == 0
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $", of these {unread} areas that nothing reads");
        await SayAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{file} -> {copy}: {redacted.Proof.Removed.Count} blacked out{note}; proved"));
    }

    /// <summary>Notes a document of which there is no copy.</summary>
    public async Task AddAsync(string file, RefusedAnswer refused)
    {
        _files.Add((file, null, refused));
        Refusal refusal = PaperRefusals.FromCode(refused.Code);
        int code = RedactCommand.CodeOf(refusal);
        Code = code == ExitCodes.VerificationFailed || Code == ExitCodes.Done ? code : Code;
        string places = refused.Places.Count == 0 ? string.Empty : " (" + string.Join("; ", refused.Places) + ")";
        await SayAsync($"{file}: no copy, {refusal.Code}{places}: {refusal.Sentence}");
    }

    /// <summary>Prints what is printed at the end.</summary>
    public async Task EndAsync()
    {
        await SayAsync(string.Create(
            CultureInfo.InvariantCulture, $"{Kept} of {_files.Count} documents redacted and proved"));
        if (asJson)
        {
            await WriteAsync();
        }
    }

    private Task SayAsync(string line) => asJson ? Task.CompletedTask : Terminal.Out.WriteLineAsync(line);

    private async Task WriteAsync()
    {
        await using Stream output = Terminal.OpenOutput();
        await using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("redacted", Kept);
            json.WriteNumber("refused", _files.Count - Kept);
            json.WriteStartArray("files");
            _files.ForEach(file => Write(json, file.File, file.Copy, file.Answer));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string file, string? copy, RedactorAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        if (answer is RedactedAnswer redacted)
        {
            json.WriteString("copy", copy);
            json.WritePropertyName("proof");
            json.WriteRawValue(RedactionProofJson.Write(redacted.Proof));
        }
        else if (answer is RefusedAnswer refused)
        {
            json.WriteString("refused", refused.Code);
            json.WriteStartArray("places");
            foreach (string place in refused.Places)
            {
                json.WriteStringValue(place);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
