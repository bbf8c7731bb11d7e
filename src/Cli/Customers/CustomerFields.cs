using System.CommandLine;
using System.Text.Json.Nodes;
using Strongroom.Cli.Api;

namespace Strongroom.Cli.Customers;

/// <summary>What the verbs about customers share: the code, the file of fields, and how a masked customer
/// looks.</summary>
internal static class CustomerFields
{
    public static Argument<string> Code() => new("CODE")
    {
        Description = "The customer's code, such as 7Q4M-2KTD-9RWX-JV.",
    };

    public static Option<string> File() => new("--from-file")
    {
        Description = "JSON object of fields by kind; - for standard input.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "-",
    };

    public static void Show(Errand errand, JsonObject customer)
    {
        var lines = new List<(
            string, string)> { ("code", customer.Text("code")), ("compartment", customer.Text("compartment")) };
        if (customer["fields"] is JsonObject fields)
        {
            lines.AddRange(fields.Select(
                field => (field.Key, $"{field.Value.Text("masked")}  ({field.Value.Text("sensitivity")})")));
        }

        lines.Add(("changed", customer.Text("changedAt")));
        if (customer.Text("trashedAt") is { Length: > 0 } trashed)
        {
            lines.Add(("in the trash since", trashed));
        }

        errand.Show(customer, "code", [.. lines]);
    }

    /// <summary>A code as a part of a path; what is no code is refused here, so that no name gets into a path by
    /// mistake.</summary>
    public static string Path(string untrustedCode) =>
        Vocabulary.CustomerCode.TryParse(untrustedCode, null, out Vocabulary.CustomerCode? code)
        ? $"customers/{code}"
        : throw new StoppedException(ExitCodes.Usage, "this is not a customer code",
            "look for a slip in typing; to look for a name: strongroom customer find");
}
