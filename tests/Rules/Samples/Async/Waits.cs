using Strongroom.Rules.Samples.Ground;

namespace Strongroom.Rules.Samples.Async;

internal static class Waits
{
    public static async Task<int> RunAsync()
    {
        await Task.Yield();
        return Floor.Height;
    }
}
