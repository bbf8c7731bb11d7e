using System.Collections.Frozen;

namespace Strongroom.Server.Checks;

/// <summary>What a check is called, what it means, and the page on which it is fixed.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Meaning">Why it matters, in one sentence.</param>
/// <param name="FixPath">A page of ours; null where it is fixed on the machine.</param>
/// <param name="FixLabel">What the link says.</param>
internal sealed record CheckWords(string Title, string Meaning, string? FixPath = null, string? FixLabel = null)
{
    private static readonly FrozenDictionary<string, CheckWords> All = new Dictionary<string, CheckWords>(
        StringComparer.Ordinal)
    {
        ["unattended-opening"] = new(
            "How the keys are opened", "Whoever has the key and the data reads everything, so they must not lie together.",
            "/help#unseal-key", "Where the key file should lie"),
        ["data-folder"] = new("The data folder", "Everything in it is sealed; names of staff and sizes are not."),
        ["credentials-folder"] = new("The credentials folder", "It holds the keys of this machine."),
        ["certificate"] = new(
            "The certificate", "Browsers tell by it that they talk to this server and to nobody in between.",
            "/trust", "Trust this server"),
        ["diagnostics"] = new("Diagnostics", "A dump of the process holds the keys that are open."),
        ["document-sandbox"] = new(
            "Where documents are read", "A hostile document attacks the program that reads it."),
        ["founding-attestation"] = new(
            "The owner’s screening", "Everybody here is vouched for by somebody else.", "/staff", "Go to staff"),
        ["separation"] = new(
            "Somebody who watches", "Who grants should not be the only one who looks at what was done.",
            "/staff", "Invite a security officer"),
        ["screenings"] = new(
            "Screenings", "Only people whose screening holds see a customer.", "/staff", "Go to staff"),
        ["log-witness"] = new(
            "A witness of the log", "Only against a checkpoint kept elsewhere a whole machine that was put back shows.",
            "/help#checkpoint", "How to keep a checkpoint"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a check.</summary>
    public static CheckWords Of(string id) => All.GetValueOrDefault(id) ?? new CheckWords(id, string.Empty);
}
