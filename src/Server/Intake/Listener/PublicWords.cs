namespace Strongroom.Server.Intake.Listener;

/// <summary>What the public listener says when it does not do what was asked.</summary>
internal static class PublicWords
{
    public const string HoneypotField = "website";

    public const string Changed =
        "This form has changed since you opened it. Nothing was sent yet: look it through and send it again.";

    public const string OutOfDate =
        "This page was open for more than a day. Nothing was sent yet: look it through and send it again.";

    public const string NotKept =
        "We could not keep what you sent, so nothing was sent. What you typed is still here: try again in a few minutes.";

    public const string TooMuch =
        "Together this is more than the form can take. Nothing was sent yet: shorten the longest field and send it again.";

    public const string Honeypot =
        "The field that must stay empty was filled in, perhaps by your browser. Nothing was sent yet: it is empty again now, "
        + "so look the form through and send it again.";

    public static readonly StopModel NotFound = new(
        "There is no such form", "Look at the address for a slip, or ask whoever gave it to you.");

    public static readonly StopModel TooLarge = new(
        "This is too large", "Nothing was kept. Go back in your browser, shorten what you typed and send it again.");

    public static readonly StopModel Malformed = new(
        "This did not come from the form", "Nothing was kept. Open the form anew and send it from there.");

    public static readonly StopModel TooOften = new(
        "Too often", "Nothing was kept. Wait a minute, then go back in your browser and send the form again.");

    public static readonly StopModel Unexpected = new(
        "Something went wrong on our side", "Nothing was kept. Go back in your browser and try again in a few minutes.");
}
