using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Demo;

/// <summary>An invented member of staff, with all that it takes to log in as that person.</summary>
internal sealed class DemoPerson(string name, string part, string[] roles, string[] series)
{
    private readonly Queue<string> _recoveryCodes = new();

    public string Name { get; } = name;

    /// <summary>What the person is in the demo; for a newcomer and a lapsed one that is more than the role.</summary>
    public string Part { get; } = part;

    public IReadOnlyList<string> Roles { get; } = roles;

    public IReadOnlyList<string> Series { get; } = series;

    public string Email => $"{Name.Split(' ')[0].ToUpperInvariant()}@example.org".ToLower(
        System.Globalization.CultureInfo.InvariantCulture);

    public string Password { get; } = DemoPasswords.New();

    public string Id { get; private set; } = string.Empty;

    public string Secret { get; private set; } = string.Empty;

    public override string ToString() => nameof(DemoPerson);

    /// <summary>Keeps what a person keeps after joining.</summary>
    public void Joined(JsonObject card, string secret)
    {
        Id = card.Text("id");
        Secret = secret;
        foreach (JsonNode? code in (JsonArray)card["recoveryCodes"]!)
        {
            _recoveryCodes.Enqueue(JsonReading.Text(code));
        }
    }

    /// <summary>
    /// A second factor that works at once. A code of the authenticator works once in 30 seconds, and whoever looks at
    /// the demo wants it.
    /// </summary>
    public string NextCode() => _recoveryCodes.Dequeue();

    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["role"] = Part,
        ["roles"] = JsonReading.Array(Roles),
        ["signIn"] = new JsonObject { ["email"] = Email, ["password"] = Password, ["totpSecret"] = Secret },
    };
}
