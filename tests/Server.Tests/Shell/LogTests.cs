using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Strongroom.Server.Shell;

namespace Strongroom.Server.Tests.Shell;

public sealed class LogTests
{
    private const string Canary = "Ada Lovelace";

    [Theory]
    [InlineData("Strongroom.Server.Shell.RefusalAnswers")]
    [InlineData("Microsoft.EntityFrameworkCore.Update")]
    public void An_exception_leaves_its_type_and_stack_and_no_message(string category)
    {
        Exception failure = Fail();
        using var output = new StringWriter();

        new QuietConsoleFormatter(new FakeTimeProvider()).Write(
            new LogEntry<string>(LogLevel.Error, category, new EventId(7, "SaveFailed"), "it failed", failure, (_, e) =>
                $"failed: {e?.Message}"),
            null,
            output);

        string line = output.ToString();
        Assert.DoesNotContain(Canary, line, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", line, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Fail), line, StringComparison.Ordinal);
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    private static InvalidOperationException Fail()
    {
        try
        {
            try
            {
                throw new FormatException(Canary);
            }
            catch (FormatException inner)
            {
                throw new InvalidOperationException(Canary, inner);
            }
        }
        catch (InvalidOperationException failure)
        {
            return failure;
        }
    }
}
