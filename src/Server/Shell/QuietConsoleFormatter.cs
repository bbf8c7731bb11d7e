using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Strongroom.Server.Shell;

/// <summary>
/// Writes one JSON line an entry. Of an exception it writes type and stack, never the message: messages quote input.
/// </summary>
internal sealed class QuietConsoleFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "strongroom";

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(
                "time", time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", Message(logEntry));
            WriteException(json, logEntry.Exception);
            json.WriteEndObject();
        }

        textWriter.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    // The framework puts messages of exceptions into some of its own templates; such an entry keeps only its name.
    private static string Message<TState>(in LogEntry<TState> entry)
    {
        bool isOurs = entry.Category.StartsWith("Strongroom.", StringComparison.Ordinal);
        return isOurs || entry.Exception is null
            ? entry.Formatter(entry.State, null)
            : entry.EventId.Name ?? entry.EventId.Id.ToString(CultureInfo.InvariantCulture);
    }

    private static void WriteException(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteStartArray("exceptions");
        for (Exception? next = exception; next is not null; next = next.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("type", next.GetType().FullName);
            json.WriteString("stack", next.StackTrace);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
