using System.Collections.Frozen;

namespace Strongroom.Server.Shell;

/// <summary>Title and fix of every code; the sentence itself stands in the refusal.</summary>
internal static class ProblemWords
{
    private static readonly FrozenDictionary<string, (string Title, string Fix)> Words =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["validation"] = ("The request does not fit", "Correct what errors names and send it again."),
            ["not-found"] = ("Not found", "Check the code or id; ask who assigns compartments if you should see it."),
            ["not-allowed"] = ("Not allowed", "Ask the owner or the security officer for the permission."),
            ["not-logged-in"] = ("Not logged in", "POST /api/v1/sessions, or send Authorization: Bearer with a key."),
            ["log-in-failed"] = (
                "Log-in failed", "Check e-mail, password and code; after ten wrong tries wait 30 minutes."),
            ["locked"] = ("The screen is locked", "POST /api/v1/sessions/current/unlockings with a fresh code."),
            ["agreement-required"] = (
                "Agreement not signed", "GET /api/v1/agreements/current, then POST its signatures."),
            ["screening-required"] = ("Screening missing or lapsed", "Ask the security officer to record a screening."),
            ["purpose-required"] = ("Purpose missing", "GET /api/v1/purposes and send one of the ids as purpose."),
            ["step-up-required"] = (
                "Fresh step-up needed", "POST /api/v1/sessions/current/step-ups with a fresh code."),
            ["second-person-required"] = ("Second person needed", "A key cannot do this; a person has to."),
            ["compartment-closed"] = ("Compartment closed", "Ask somebody who may open it."),
            ["vault-required"] = ("Only in the vault", "Ask the key holders of the offline vault."),
            ["version-conflict"] = ("Changed meanwhile", "Read it again, then repeat the change on the new version."),
            ["duplicate-suspected"] = ("Perhaps there already", "Look the customer up first."),
            ["rate-limited"] = ("Too often", "Wait for the seconds in Retry-After."),
            ["confirmation-locked"] = (
                "Too many misses", "Wait ten minutes, or make sure of the customer in another way."),
            ["reveals-unusual"] = (
                "Many reveals in a short time", "Send the same request with \"confirmed\": true; the security officer is told."),
            ["retention-hold"] = ("On hold", "Ask the security officer to lift the hold."),
            ["key-missing"] = ("Key missing", "Restore the keyring from a backup."),
            ["not-ready"] = ("Not ready", "GET /health/ready says when it is."),
            ["old-form"] = ("This form is too old", "Open the page again and fill the form in anew."),
            ["internal"] = ("Unexpected failure", "Look for the trace id in the server's log."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Title(string code) =>
        Words.TryGetValue(code, out (string Title, string Fix) words) ? words.Title : code.Replace('-', ' ');

    /// <summary>The fix of a code, or the refusal's own sentence where the code has none.</summary>
    public static string Fix(string code, string sentence) =>
        Words.TryGetValue(code, out (string Title, string Fix) words) ? words.Fix : sentence;
}
