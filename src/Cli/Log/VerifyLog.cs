using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Strongroom.AuditLog;
using Strongroom.Cli.Api;
using Strongroom.Sealing;

namespace Strongroom.Cli.Log;

/// <summary>Verifies an audit log's folder as an outsider: no server, no lock, no secret.</summary>
internal static class VerifyLog
{
    public static Verb Declare()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The log's folder: audit in the data folder, or a copy of it.",
        };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "A checkpoint kept elsewhere; needs --key.",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key")
        {
            Description = "The log's public key, base64, or a file that holds it.",
            HelpName = "KEY",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        return new Verb(
            "verify", "Verifies an audit log without a server; exit code 5 when something is wrong.",
            "strongroom log verify data/audit --checkpoint today.checkpoint --key log.pub")
        {
            folder,
            checkpoint,
            key,
            json,
        }.Does((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetValue(checkpoint), parsed.GetValue(key), parsed.GetValue(json),
            cancellation));
    }

    public static async Task<int> RunAsync(
        string folder, string? checkpointFile, string? keyText, bool isJson, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new StoppedException(
                ExitCodes.NotFound, "there is no such folder", "it is the folder audit inside the data folder");
        }

        VerifyingKey? key = await ReadKeyAsync(keyText, cancellation);
        Checkpoint? known = await ReadCheckpointAsync(checkpointFile, key, cancellation);
        VerificationReport report = AuditVerifier.Verify(folder, key, known, cancellation);
        Terminal.Print(isJson ? ToJson(report).Line() : ToText(report, key is not null, known));
        return report.IsWhole ? ExitCodes.Done : ExitCodes.VerificationFailed;
    }

    private static async Task<VerifyingKey?> ReadKeyAsync(string? keyText, CancellationToken cancellation)
    {
        if (keyText is null)
        {
            return null;
        }

        string text = File.Exists(keyText) ? (await File.ReadAllTextAsync(keyText, cancellation)).Trim() : keyText;
        return VerifyingKey.TryParse(text, null, out VerifyingKey? key)
            ? key
            : throw new StoppedException(ExitCodes.Usage, "this is not a log's key",
                "\"strongroom log checkpoint\" shows it: 44 characters of base64");
    }

    private static async Task<Checkpoint?> ReadCheckpointAsync(
        string? file, VerifyingKey? key, CancellationToken cancellation)
    {
        if (file is null)
        {
            return null;
        }

        if (key is null)
        {
            throw new StoppedException(
                ExitCodes.Usage, "a checkpoint proves nothing without the log's key", "add --key");
        }

        return Checkpoint.TryRead(await File.ReadAllBytesAsync(file, cancellation), key, out Checkpoint? checkpoint)
            ? checkpoint
            : throw new StoppedException(
                ExitCodes.VerificationFailed, "the key did not sign this checkpoint", "is it of this log?");
    }

    private static string ToText(VerificationReport report, bool hasKey, Checkpoint? known)
    {
        var rows = new List<string[]>
        {
            new[] { "log", report.Origin ?? "unreadable" },
            new[] { "entries", Number(report.Entries) },
            new[] { "covered by the checkpoint", report.CheckpointSize is { } size ? Number(size) : "no checkpoint" },
            new[] { "signature", Signature(report, hasKey) },
            new[] { "root", report.Root?.ToString() ?? "none" },
            new[] { "known checkpoint", known is null ? "none given" : $"at {Number(known.Size)}" },
        };
        rows.AddRange(report.Faults.Select(fault => new[] { "fault", $"{fault.Place}: {fault.Fault}" }));
        rows.Add(["verdict", report.IsWhole ? "whole" : "NOT whole"]);
        return Sheet.Write([], rows);
    }

    private static string Signature(VerificationReport report, bool hasKey) =>
        !hasKey ? "not looked at: no --key" : report.SignatureIsValid ? "valid" : "not valid";

    private static JsonObject ToJson(VerificationReport report) => new()
    {
        ["whole"] = report.IsWhole,
        ["origin"] = report.Origin,
        ["entries"] = report.Entries,
        ["checkpointSize"] = report.CheckpointSize,
        ["root"] = report.Root?.ToString(),
        ["signatureValid"] = report.SignatureIsValid,
        ["gaps"] = report.Gaps,
        ["clockStepsBack"] = report.ClockStepsBack,
        ["unfinishedBytes"] = report.UnfinishedBytes,
        ["faults"] = new JsonArray(
            [.. report.Faults.Select(fault => new JsonObject { ["place"] = fault.Place, ["fault"] = fault.Fault })]),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
