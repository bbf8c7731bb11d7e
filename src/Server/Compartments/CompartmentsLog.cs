using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>What this slice tells operators.</summary>
internal static partial class CompartmentsLog
{
    public static void CouldNotOpen(this ILogger logger, Refusal refusal)
    {
        // A refusal is a constant of ours, with no data in it, so its sentence may be printed.
        CouldNotOpen(logger, refusal.Code, refusal.Sentence);
    }

    [LoggerMessage(LogLevel.Error, "The audit log cannot be read; the installation stays sealed")]
    public static partial void CouldNotReadLog(this ILogger logger, Exception damaged);

    [LoggerMessage(LogLevel.Error, "The installation stays sealed ({Code}): {Sentence}")]
    private static partial void CouldNotOpen(ILogger logger, string code, string sentence);
}
