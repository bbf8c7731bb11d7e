using System.Security.Authentication;
using Strongroom.Vocabulary;

namespace Strongroom.Cli;

/// <summary>Turns what stopped a verb into a sentence, a hint and an exit code; the one place that does.</summary>
internal static class Outcome
{
    public static async Task<int> OfAsync(Func<Task<int>> deed)
    {
        try
        {
            return await deed();
        }
        catch (StoppedException stopped)
        {
            return Say(stopped.ExitCode, stopped.Message, stopped.Hint);
        }
        catch (RefusedException refused)
        {
            return Say(Of(refused.Refusal.Kind), refused.Refusal.Code, refused.Refusal.Sentence.TrimEnd('.'));
        }
        catch (HttpRequestException unreachable) when (unreachable.InnerException is AuthenticationException)
        {
            return Say(ExitCodes.Failed, "the server's certificate is not trusted",
                "name the authority's file with --certificate");
        }
        catch (HttpRequestException)
        {
            return Say(ExitCodes.Failed, "the server cannot be reached",
                "start it with \"strongroom serve\", or name another with --server");
        }
        catch (OperationCanceledException)
        {
            return Say(ExitCodes.Failed, "stopped before it was done", null);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // The base library's messages name the file, which the caller has named.
            return Say(ExitCodes.Failed, failed.Message.TrimEnd('.'), null);
        }
    }

    public static int Say(int exitCode, string sentence, string? hint)
    {
        Terminal.Complain($"strongroom: {sentence}");
        if (hint is not null)
        {
            Terminal.Complain($"hint: {hint}");
        }

        return exitCode;
    }

    /// <summary>The exit code of a refusal of this kind.</summary>
    public static int Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid or RefusalKind.VersionMissing or RefusalKind.TooLarge => ExitCodes.Usage,
        RefusalKind.NotLoggedIn or RefusalKind.NotAllowed => ExitCodes.NotAllowed,
        RefusalKind.StepUp => ExitCodes.StepUp,
        RefusalKind.NotFound => ExitCodes.NotFound,
        RefusalKind.TooMany or RefusalKind.NotReady => ExitCodes.Busy,
        RefusalKind.Unprocessable => ExitCodes.DocumentRefused,
        _ => ExitCodes.Failed,
    };
}
