using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>
/// Runs a change of the registry again after the server undid it because another one came between; SQLite lets changes
/// wait for each other instead. Nothing else is tried again: after a lost connection nobody knows what was done.
/// </summary>
internal sealed class RetryConflicts(ExecutionStrategyDependencies dependencies)
    : ExecutionStrategy(dependencies, MostTries, TimeSpan.FromMilliseconds(200))
{
    private const int MostTries = 10;

    protected override bool ShouldRetryOn(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    // At once, then a little later each time: conflicts are over within milliseconds.
    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        int tries = ExceptionsEncountered.Count;
        return tries > MostTries ? null : TimeSpan.FromMilliseconds(2 * tries * tries);
    }
}
