using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake;

/// <summary>What this slice tells operators.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(LogLevel.Information, "The public forms are shown; {Count} are published")]
    public static partial void ListenerStarted(this ILogger logger, int count);

    [LoggerMessage(LogLevel.Information, "No public form is shown any more")]
    public static partial void ListenerStopped(this ILogger logger);

    [LoggerMessage(LogLevel.Error, "The public listener cannot be started; it is tried again")]
    public static partial void ListenerFailed(this ILogger logger, Exception failure);

    [LoggerMessage(
        LogLevel.Error, "The file of the public forms is not trusted ({State}); no form is shown. See the checks")]
    public static partial void FormsNotTrusted(this ILogger logger, Forms.FormsState state);

    [LoggerMessage(LogLevel.Warning, "The inbox of {Compartment} could not be taken in; it is tried again")]
    public static partial void InboxStuck(this ILogger logger, CompartmentId compartment, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The inboxes could not be looked through; it is tried again")]
    public static partial void InboxesStuck(this ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Information, "{Count} submissions left the inbox of {Compartment}")]
    public static partial void InboxTaken(this ILogger logger, int count, CompartmentId compartment);

    [LoggerMessage(LogLevel.Error, "A submission could not be kept; its sender was told so")]
    public static partial void SubmissionNotKept(this ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Error, "The forms could not follow their series")]
    public static partial void FormsStuck(this ILogger logger, Exception failure);
}
