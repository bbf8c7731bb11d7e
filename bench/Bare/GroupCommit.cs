using System.Threading.Channels;

namespace Strongroom.Bare;

/// <summary>One thread that does what waits together and makes it durable once, as every store with group commit does.</summary>
internal sealed class GroupCommit
{
    private const int MostInBatch = 256;
    private readonly Channel<(Action Work, TaskCompletionSource Done)> _queue =
        Channel.CreateUnbounded<(Action, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Action _begin;
    private readonly Action _commit;
    private readonly Task _worker;

    public GroupCommit(Action begin, Action commit)
    {
        (_begin, _commit) = (begin, commit);
        _worker = Task.Run(WorkAsync);
    }

    public Task RunAsync(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((work, done));
        return done.Task;
    }

    public Task EndAsync()
    {
        _queue.Writer.Complete();
        return _worker;
    }

    private async Task WorkAsync()
    {
        var batch = new List<TaskCompletionSource>(MostInBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            _begin();
            while (batch.Count < MostInBatch && _queue.Reader.TryRead(out (Action Work, TaskCompletionSource Done) next))
            {
                next.Work();
                batch.Add(next.Done);
            }

            _commit();
            batch.ForEach(done => done.SetResult());
        }
    }
}
