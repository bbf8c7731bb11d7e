namespace Strongroom.Browser.Tests;

/// <summary>Says everything that is wrong at once.</summary>
internal static class Sound
{
    public static void Expect(IEnumerable<string> faults)
    {
        string[] all = [.. faults.Distinct()];
        Assert.True(all.Length == 0, $"{all.Length} faults:\n" + string.Join('\n', all));
    }
}
