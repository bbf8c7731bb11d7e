using System.Text.Json;

namespace Strongroom.Sealing.Tests;

/// <summary>Vectors that nobody of this project wrote, in the folder that STRONGROOM_FOREIGN_VECTORS names.</summary>
internal static class ForeignVectors
{
    private const string Variable = "STRONGROOM_FOREIGN_VECTORS";

    /// <summary>A folder of vectors; skips the test where the variable is unset.</summary>
    public static string Folder(string name)
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip($"set {Variable} to the folder of foreign vectors to run this test");
        }

        return Path.Combine(folder, name);
    }

    /// <summary>Every test of a Wycheproof file, with the group it stands in.</summary>
    public static List<(JsonElement Group, JsonElement Test)> Wycheproof(string file)
    {
        byte[] json = File.ReadAllBytes(Path.Combine(Folder("wycheproof"), file));
        JsonElement root = JsonDocument.Parse(json).RootElement;
        return [.. from testGroup in root.GetProperty("testGroups").EnumerateArray()
                   from test in testGroup.GetProperty("tests").EnumerateArray()
                   select (testGroup, test)];
    }

    public static byte[] Bytes(this JsonElement element, string property) =>
        Convert.FromHexString(element.GetProperty(property).GetString()!);

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
