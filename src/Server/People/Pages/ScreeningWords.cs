namespace Strongroom.Server.People.Pages;

/// <summary>Screening items that the forms offer; any other may be typed.</summary>
internal static class ScreeningWords
{
    public static readonly IReadOnlyList<string> Offered =
        ["Identity", "Right to work", "References", "Criminal record certificate"];
}
