using Strongroom.Cli.LocalTools;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.Doctor;

/// <summary>Looks at what reading PDF needs: the Redactor says what it misses, and whether its sandbox starts here.</summary>
internal static class PaperChecks
{
    private const string SandboxName = "sandbox for documents";

    public static async Task<IReadOnlyList<Check>> RunAsync(Surroundings surroundings, CancellationToken cancellation)
    {
        IReadOnlyList<string>? missing = await RedactorLauncher.FindMissingAsync(cancellation);
        return missing is null
            ? [Check.Bad("redactor program", "it does not start; install Strongroom anew")]
            : [.. PaperTools.All.Select(tool => Of(tool, missing)), Sandbox(missing, surroundings.IsSandboxLimited)];
    }

    /// <summary>Says whether the sandbox starts.</summary>
    /// <param name="missing">What the Redactor misses.</param>
    /// <param name="isLimited">Whether the environment says that limits alone may hold what reads PDF.</param>
    public static Check Sandbox(IReadOnlyList<string> missing, bool isLimited)
    {
        const string Fix = "let this account make user namespaces "
            + "(sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns)";
        if (!missing.Contains(PaperTools.Sandbox, StringComparer.Ordinal))
        {
            return Check.Good(SandboxName, "it starts");
        }

        return isLimited
            ? Check.Warning(SandboxName, $"it does not start, and PDF is read all the same, as you set it; {Fix}")
            : Check.Bad(SandboxName, $"it does not start, and PDF is refused; {Fix}");
    }

    private static Check Of(PaperTool tool, IReadOnlyList<string> missing) =>
        missing.Contains(tool.Program, StringComparer.Ordinal)
            ? Check.Bad(tool.Program, $"not there, and PDF is refused: apt-get install {tool.Package}")
            : Check.Good(tool.Program, "/usr/bin/" + tool.Program);
}
