using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Strongroom.Browser.Tests;

/// <summary>
/// The accessibility rules, run in a world of their own inside the page: its policy stays as it is, and its scripts
/// see nothing.
/// </summary>
internal static class Axe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Question =
        """
        axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations']
        }).then(result => JSON.stringify(result.violations.map(
          one => `${one.id}: ${one.help}: ` + one.nodes.slice(0, 3).map(
            node => node.target.join(' ') + ' ' + node.any.concat(node.all).map(check => check.message).join('; ')).join(' | '))))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What the page as it looks now breaks.</summary>
    public static async Task<string[]> BrokenRulesAsync(ICDPSession session)
    {
        JsonElement tree = (await session.SendAsync("Page.getFrameTree").WaitAsync(Patience))!.Value;
        JsonElement world = (await session.SendAsync("Page.createIsolatedWorld", new Dictionary<string, object>
        {
            ["frameId"] = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!,
            ["worldName"] = "accessibility",
        }))!.Value;
        int id = world.GetProperty("executionContextId").GetInt32();
        JsonElement known = await EvaluateAsync(session, id, "typeof axe === 'object'");
        if (!known.GetProperty("value").GetBoolean())
        {
            await EvaluateAsync(session, id, Script); // once a page; the world stays as long as the page does
        }

        JsonElement answer = await EvaluateAsync(session, id, Question);
        return JsonSerializer.Deserialize<string[]>(answer.GetProperty("value").GetString()!)!;
    }

    private static async Task<JsonElement> EvaluateAsync(ICDPSession session, int world, string expression)
    {
        JsonElement answer = (await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>
        {
            ["expression"] = expression,
            ["contextId"] = world,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        }).WaitAsync(Patience))!.Value;
        return answer.TryGetProperty("exceptionDetails", out JsonElement thrown)
            ? throw new InvalidOperationException($"axe did not run: {thrown}")
            : answer.GetProperty("result");
    }
}
