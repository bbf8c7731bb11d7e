using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>The pages that belong to no slice.</summary>
internal static class FramePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/help", () => Page.Of<HelpView>()).RequirePermission(Permission.Anyone);
    }
}
