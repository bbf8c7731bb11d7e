using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

/// <summary>
/// Questions to tests/vectors/open_sealed.py, which was written from the pages of docs/formats alone and shares no code
/// with the product. They are asked together, of one process.
/// </summary>
internal sealed class SecondReader
{
    private readonly JsonArray _jobs = [];
    private readonly List<JsonNode?> _expected = [];

    public int Count => _jobs.Count;

    public static JsonObject Context(SealContext context) => new()
    {
        ["type"] = context.Type,
        ["compartment"] = Text(context.Compartment),
        ["owner"] = Text(context.Owner),
        ["table"] = context.Table,
        ["column"] = context.Column,
        ["record"] = Text(context.Record),
        ["version"] = context.Version,
    };

    public static string Hex(SecretBytes secret) => Convert.ToHexStringLower(secret.Reveal());

    public void Opens(JsonObject job, ReadOnlySpan<byte> content) => Answers(job, Convert.ToHexStringLower(content));

    public void Answers(JsonObject job, JsonNode? expected)
    {
        _jobs.Add(job.DeepClone());
        _expected.Add(expected);
    }

    public void Refuses(JsonObject job) => Answers(job, expected: null);

    /// <summary>Asks about the job once for each byte of a member, with one random bit of that byte flipped.</summary>
    public void RefusesAnyFlippedByte(JsonObject job, string member)
    {
        byte[] bytes = Convert.FromHexString(job[member]!.GetValue<string>());
        for (int at = 0; at < bytes.Length; at++)
        {
            byte bit = (byte)(1 << RandomNumberGenerator.GetInt32(8));
            bytes[at] ^= bit;
            job[member] = Convert.ToHexStringLower(bytes);
            Refuses(job);
            bytes[at] ^= bit;
        }

        job[member] = Convert.ToHexStringLower(bytes);
    }

    /// <summary>Compares every answer with what was expected.</summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        JsonElement answers = await Python.AskAsync("open_sealed.py", _jobs.ToJsonString(), cancellation);

        Assert.Equal(Count, answers.GetArrayLength());
        for (int i = 0; i < Count; i++)
        {
            string expected = _expected[i]?.ToJsonString() ?? "null";
            Assert.True(
                JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, answers[i]),
                $"job {i}: {Shortened(_jobs[i]!.ToJsonString())} gave {Shortened(answers[i].GetRawText())}");
        }
    }

    private static string? Text(IIdentifier? id) => id?.ToString();

    private static string Shortened(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
