using Strongroom.Server.Redaction;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Checks;

/// <summary>Whether PDF can be read here, and what holds the programs that read it. Asked of the Redactor, once a minute.</summary>
internal sealed class SandboxCheck(RedactorProcess redactor, Settings settings, TimeProvider time) : IDisposable
{
    private const string Id = "document-sandbox";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1);
    private Check? _found;
    private DateTimeOffset _foundAt;

    /// <summary>The check.</summary>
    public async Task<Check> RunAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_found is null || time.GetUtcNow() - _foundAt > Fresh)
            {
                _found = Of(await redactor.FindMissingAsync(cancellation), settings.MayReadUnsandboxed);
                _foundAt = time.GetUtcNow();
            }

            return _found;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What is said of missing programs.</summary>
    /// <param name="missing">Names of <see cref="PaperTools"/>; null where the Redactor did not say.</param>
    /// <param name="mayReadUnsandboxed">Whether limits alone may hold it.</param>
    public static Check Of(IReadOnlyList<string>? missing, bool mayReadUnsandboxed)
    {
        if (missing is null)
        {
            return Check.Red(
                Id, "Documents are refused: the program that reads them does not start.", "Install the server anew.");
        }

        string[] programs = [.. missing.Where(name => name != PaperTools.Sandbox)];
        string install = "apt-get install " + string.Join(' ', PaperTools.PackagesOf(missing));
        if (programs.Any(name => name != PaperTools.All[0].Program))
        {
            return Check.Red(Id, $"PDF is refused: programs that read it are missing ({string.Join(", ", programs)}).", install);
        }

        if (!missing.Contains(PaperTools.Sandbox, StringComparer.Ordinal))
        {
            return Check.Green(
                Id, "PDF is read in a sandbox: no network, no key, no file but the document, limits of memory and time.");
        }

        string fix = programs.Length > 0
            ? install
            : "Let the service's account make user namespaces (sysctl user.max_user_namespaces, "
                + "kernel.apparmor_restrict_unprivileged_userns).";
        return mayReadUnsandboxed
            ? Check.Amber(
                Id, "PDF is read without a sandbox: a hostile one may reach what the service's account can reach.", fix)
                with
            { Ground = "limited" }
            : Check.Red(Id, "PDF is refused: the sandbox that should hold the programs that read it does not start.", fix);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
