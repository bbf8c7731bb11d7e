using System.Text;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Demo;

/// <summary>What the demo tells whoever started it, for people and for programs.</summary>
internal sealed record DemoCard
{
    private const string Create =
        """{"compartment":"clinic","fields":{"full-name":"Ida Example","email":"ida@example.org"}}""";

    public required string StaffUrl { get; init; }

    public required string PublicUrl { get; init; }

    public required string ApiKey { get; init; }

    public required DemoFolder Folder { get; init; }

    public required IReadOnlyList<DemoPerson> Staff { get; init; }

    /// <summary>Those of <c>clinic</c> first.</summary>
    public required IReadOnlyList<DemoCode> Customers { get; init; }

    public override string ToString() => nameof(DemoCard);

    public JsonObject ToJson() => new()
    {
        ["staffUrl"] = StaffUrl,
        ["publicUrl"] = PublicUrl,
        ["apiKey"] = ApiKey,
        ["certificateFile"] = Folder.CertificateFile,
        ["dataPath"] = Folder.Data,
        ["lettersPath"] = Folder.Letters,
        ["staff"] = new JsonArray([.. Staff.Select(person => person.ToJson())]),
        ["customers"] = new JsonArray(
            [.. Customers.Select(one => new JsonObject { ["code"] = one.Code, ["compartment"] = one.Compartment })]),
        ["curl"] = JsonReading.Array(Lines()),
    };

    public string ToText()
    {
        var text =
            new StringBuilder("A throw-away business with invented customers. It goes when this program stops.\n\n");
        text.Append(Sheet.Write([], [
            ["staff and API", StaffUrl], ["public form", PublicUrl], ["certificate", Folder.CertificateFile],
            ["data", Folder.Data],
            ["letters", Folder.Letters], ["customers", Folder.CustomersFile("clinic") + " and two more"],
            ["API key", ApiKey],
        ])).Append("\n\n");
        text.Append(Sheet.Write(
            ["name", "part", "e-mail", "password", "authenticator secret"],
            [.. Staff.Select(
                person => new[] { person.Name, person.Part, person.Email, person.Password, person.Secret })]));
        text.Append("\n\nPaste any of these:\n\n");
        return text.AppendJoin("\n\n", Lines()).Append('\n').ToString();
    }

    /// <summary>One call each of create, look-up and reveal.</summary>
    private IEnumerable<string> Lines()
    {
        DemoCustomer first = DemoCustomer.All()[0];
        return
        [
            Line("customers", Create),
            Line("customers/lookups", $"{{\"compartment\":\"clinic\",\"fields\":{{\"email\":\"{first.Email}\"}}}}"),
            Line($"customers/{Customers[0].Code}/reveals",
                "{\"fields\":[\"full-name\",\"email\"],\"purpose\":\"support\"}"),
        ];
    }

    private string Line(string path, string body) =>
        $"curl -sS --cacert '{Folder.CertificateFile}' -H 'Authorization: Bearer {ApiKey}' "
        + $"-H 'Content-Type: application/json' '{StaffUrl}/api/v1/{path}' -d '{body}'";
}
