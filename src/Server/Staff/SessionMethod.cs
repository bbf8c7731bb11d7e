namespace Strongroom.Server.Staff;

/// <summary>How a session began, as rows, lists and the log name it.</summary>
internal static class SessionMethod
{
    /// <summary>Password and a code.</summary>
    public const string Password = "password";

    /// <summary>A passkey that verified its holder.</summary>
    public const string Passkey = "passkey";

    public static Dictionary<string, string> Facts(string method) =>
        new(StringComparer.Ordinal) { ["method"] = method };
}
