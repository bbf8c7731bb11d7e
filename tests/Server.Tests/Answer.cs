using System.Text.Json;

namespace Strongroom.Server.Tests;

/// <summary>What the server answered.</summary>
public sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    private const string CookieName = "__Host-strongroom=";

    /// <summary>The token in the session's cookie.</summary>
    public string? Token =>
        Headers.TryGetValue("Set-Cookie", out string? cookie) && cookie.StartsWith(CookieName, StringComparison.Ordinal)
        ? cookie[CookieName.Length..].Split(';')[0]
        : null;

    public string Code => Text("code");

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string name) => Json.GetProperty(name).GetString()!;
}
