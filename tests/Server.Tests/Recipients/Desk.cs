using System.Text.Json;

namespace Strongroom.Server.Tests.Recipients;

/// <summary>What tests do with recipients.</summary>
internal static class Desk
{
    /// <summary>Makes a recipient and gives its id.</summary>
    public static async Task<string> MakeAsync(
        this Clinic clinic, string name, string purpose = "support", DateTimeOffset? expiresAt = null)
    {
        Answer made = await clinic.SendAsync(HttpMethod.Post, "recipients", new { name, purpose, expiresAt });
        Assert.Equal(201, made.Status);
        return made.Text("id");
    }

    public static Task<Answer> TryIssueAsync(this Clinic clinic, string customer, string recipient) =>
        clinic.SendAsync(HttpMethod.Post, $"customers/{customer}/recipient-codes", new { recipient });

    /// <summary>The code of a customer for a recipient.</summary>
    public static async Task<string> IssueAsync(this Clinic clinic, string customer, string recipient)
    {
        Answer issued = await clinic.TryIssueAsync(customer, recipient);
        Assert.True(issued.Status is 200 or 201, issued.Body);
        return issued.Text("recipientCode");
    }

    public static Task<Answer> ResolveAsync(
        this Clinic clinic, string recipient, string recipientCode, string? token = null) =>
        clinic.Server.SendAsync(
            HttpMethod.Post, $"recipients/{recipient}/resolutions", new { recipientCode }, token ?? clinic.Token);

    public static Task<Answer> TryExportAsync(
        this Clinic clinic, string recipient, string compartment, params string[] fields) =>
        clinic.SendAsync(HttpMethod.Post, $"recipients/{recipient}/exports", new { compartment, fields });

    /// <summary>Exports, waits until it has ended, and gives the job.</summary>
    public static async Task<string> ExportAsync(
        this Clinic clinic, string recipient, string compartment, params string[] fields)
    {
        Answer started = await clinic.TryExportAsync(recipient, compartment, fields);
        Assert.True(started.Status == 202, started.Body);
        Assert.Equal("done", await clinic.EndOfAsync(started.Text("id")));
        return started.Text("id");
    }

    public static Task<Answer> TakeAsync(this Clinic clinic, string recipient, string job, string? token = null) =>
        clinic.Server.SendAsync(
            HttpMethod.Get, $"recipients/{recipient}/exports/{job}/file", token: token ?? clinic.Token);

    /// <summary>The rows of an export, without their header; each as its cells.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(
        this Clinic clinic, string recipient, string compartment, params string[] fields)
    {
        Answer file = await clinic.TakeAsync(recipient, await clinic.ExportAsync(recipient, compartment, fields));
        Assert.Equal(200, file.Status);
        return [.. Lines(file).Skip(1).Select(line => line.Trim('"').Split("\",\""))];
    }

    public static string[] Lines(Answer file) => file.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The entries of one act, in order.</summary>
    public static async Task<IReadOnlyList<JsonElement>> EntriesAsync(this Clinic clinic, string act)
    {
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200");
        return [.. log.Json.GetProperty("items").EnumerateArray().Where(
            entry => entry.GetProperty("act").GetString() == act)];
    }
}
