namespace Strongroom.Server.Shell;

/// <summary>What the shell logs.</summary>
internal static partial class ShellLog
{
    [LoggerMessage(LogLevel.Error, "Request {TraceId} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, TraceId traceId);

    [LoggerMessage(LogLevel.Warning, "The certificate files changed but cannot be used; the earlier pair stays in use")]
    public static partial void CertificateUnusable(this ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "The certificate was read again")]
    public static partial void CertificateReloaded(this ILogger logger);
}
