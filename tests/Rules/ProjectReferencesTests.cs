using System.Xml.Linq;

namespace Strongroom.Rules;

public sealed class ProjectReferencesTests
{
    public static TheoryData<string> SourceProjects => [.. Checkout.Files
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path.EndsWith(
            ".csproj", StringComparison.Ordinal))
        .Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_references_exactly_what_the_table_says(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string text = Checkout.Files.Single(file => file.Path == path).Text;

        Assert.Equal(
            ProjectTable.Projects[name], References(text, "ProjectReference").Select(Path.GetFileNameWithoutExtension));
        Assert.Equal(ProjectTable.Packages[name], References(text, "PackageReference"));
    }

    [Fact]
    public void Every_project_of_the_table_is_there() =>
        Assert.Equal(
            ProjectTable.Projects.Keys.Order(StringComparer.Ordinal),
            SourceProjects.Select(row => Path.GetFileNameWithoutExtension(row.Data)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_package_of_a_product_project_has_a_decision_page()
    {
        string pages = string.Concat(
            Checkout.Files.Where(file => file.Path.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .Select(file => file.Text));

        Assert.All(ProjectTable.Packages.SelectMany(row => row.Value), package =>
            Assert.Contains(package, pages, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_that_is_not_in_the_table_is_seen()
    {
        const string Sample = """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup>
              <ProjectReference Include="../Server/Server.csproj" /><PackageReference Include="Newtonsoft.Json" />
            </ItemGroup></Project>
            """;

        Assert.Equal("Server", Path.GetFileNameWithoutExtension(Assert.Single(References(Sample, "ProjectReference"))));
        Assert.Equal("Newtonsoft.Json", Assert.Single(References(Sample, "PackageReference")));
    }

    private static IEnumerable<string> References(string project, string element) =>
        XDocument.Parse(project).Descendants(element).Select(one => one.Attribute("Include")!.Value).Order(
            StringComparer.Ordinal);
}
