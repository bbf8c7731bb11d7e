using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// What every request asks of the registry (who calls, where a code leads, a new code), by statements kept ready on
/// connections kept open. All else goes through <see cref="RegistryDb"/>, which costs ten times as much a question.
/// </summary>
/// <param name="database">The registry.</param>
/// <param name="most">How many connections are open at once.</param>
internal sealed class RegistryStatements(IDatabase database, int most) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _room = new(most, most);
    private readonly Lock _lock = new();
    private readonly Stack<Statements> _idle = new();
    private bool _isDisposed;

    /// <summary>Runs <paramref name="read"/> on a connection of its own; it sees all that was committed before.</summary>
    /// <exception cref="RefusedException">All are in use, and stay so.</exception>
    public TResult Read<TResult>(Func<Statements, TResult> read)
    {
        if (!_room.Wait(Patience, CancellationToken.None))
        {
            throw new RefusedException(StorageRefusals.StoreUnavailable);
        }

        try
        {
            Statements statements = Take();
            try
            {
                return read(statements);
            }
            finally
            {
                GiveBack(statements);
            }
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Runs <paramref name="write"/> as one change, durable when this returns; what it throws undoes it.</summary>
    /// <exception cref="RefusedException">All connections are in use, and stay so.</exception>
    public void Write(Action<Statements> write) => Read(statements =>
    {
        statements.Begin();
        try
        {
            write(statements);
            statements.Commit();
            return true;
        }
        catch
        {
            statements.RollBack();
            throw;
        }
    });

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        CloseIdle();
        _room.Dispose();
    }

    private Statements Take()
    {
        lock (_lock)
        {
            return _idle.TryPop(out Statements? idle) ? idle : new Statements(database, isWriter: false);
        }
    }

    private void GiveBack(Statements statements)
    {
        bool isLost = statements.IsLost;
        lock (_lock)
        {
            if (!isLost && !_isDisposed)
            {
                _idle.Push(statements);
                return;
            }
        }

        // What broke this one broke those that wait beside it.
        statements.Dispose();
        CloseIdle();
    }

    private void CloseIdle()
    {
        Statements[] gone;
        lock (_lock)
        {
            gone = [.. _idle];
            _idle.Clear();
        }

        Array.ForEach(gone, statements => statements.Dispose());
    }
}
