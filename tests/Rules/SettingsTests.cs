using System.Text.RegularExpressions;

namespace Strongroom.Rules;

/// <summary>docs/guides/settings.md names every setting that the server knows, and no other.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public void Every_setting_is_documented_and_every_documented_setting_is_there()
    {
        SourceFile? names = Checkout.Files.SingleOrDefault(file => file.Path == "src/Server/Shell/SettingNames.cs");
        Assert.SkipWhen(names is null, "the server knows no settings yet");

        string page = Checkout.Files.Single(file => file.Path == "docs/guides/settings.md").Text;

        Rule.Holds(Violations(names.Text, page));
    }

    [Fact]
    public void A_setting_that_only_one_of_them_knows_is_seen() => Assert.Equal(
        ["settings.md does not name Reveal:Seconds",
            "settings.md names Reveal:Minutes, which the server does not know"],
        Violations("[\"Data:Path\", \"Reveal:Seconds\"]", "| `Data:Path` | here |\n| `Reveal:Minutes` | no |\n"));

    private static IEnumerable<string> Violations(string source, string page)
    {
        string[] known = [.. InSource().Matches(source).Select(match => match.Groups[1].Value)];
        string[] named = [.. TableRow().Matches(page).SelectMany(row => InPage().Matches(row.Value)).Select(
            match => match.Groups[1].Value)];
        return known.Except(named).Select(name => $"settings.md does not name {name}")
            .Concat(named.Except(known).Select(name => $"settings.md names {name}, which the server does not know"));
    }

    [GeneratedRegex("\"([A-Z][A-Za-z]+(:[A-Za-z_*]+)+)\"")]
    private static partial Regex InSource();

    [GeneratedRegex(@"^\| `[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([A-Z][A-Za-z]+(:[A-Za-z_*]+)+)`")]
    private static partial Regex InPage();
}
