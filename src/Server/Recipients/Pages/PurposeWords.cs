using Strongroom.Server.Shell;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>What people call a purpose.</summary>
internal static class PurposeWords
{
    /// <summary>The label; the id where the settings no longer list it.</summary>
    public static string Of(Settings settings, string purpose) =>
        settings.Purposes.FirstOrDefault(one => one.Id == purpose)?.Label ?? purpose;
}
