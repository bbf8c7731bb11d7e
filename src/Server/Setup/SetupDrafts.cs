using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.Setup;

/// <summary>
/// The one draft of a first run, bound to one browser by a cookie whose hash is kept here. Whoever brings the code
/// again, in the same browser or another, goes on with what is no secret; the earlier cookie is over.
/// </summary>
internal sealed class SetupDrafts(TimeProvider time) : IDisposable
{
    /// <summary>A draft that nobody goes on with is wiped after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    private const int TokenBytes = 32;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SetupDraft? _draft;
    private byte[] _hash = [];
    private DateTimeOffset _usedAt;

    /// <summary>Lets one request at a time work on the draft.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(() => _turn.Release());
    }

    /// <summary>Begins, or begins again; the caller has checked the code.</summary>
    /// <returns>The token for the browser's cookie.</returns>
    public string Begin()
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        lock (_gate)
        {
            _draft ??= new SetupDraft();
            _draft.BeginAgain();
            _hash = Hash(token);
            _usedAt = time.GetUtcNow();
        }

        return token;
    }

    /// <summary>The draft of the browser that has this token; null for anybody else, and after an idle hour.</summary>
    public SetupDraft? Find(string? untrustedToken)
    {
        EndIdle();
        lock (_gate)
        {
            if (_draft is null || untrustedToken is null
                || !CryptographicOperations.FixedTimeEquals(Hash(untrustedToken), _hash))
            {
                return null;
            }

            _usedAt = time.GetUtcNow();
            return _draft;
        }
    }

    /// <summary>Wipes the draft if it is idle.</summary>
    public void EndIdle()
    {
        lock (_gate)
        {
            if (_draft is not null && time.GetUtcNow() - _usedAt >= Idle)
            {
                End();
            }
        }
    }

    /// <summary>Wipes the draft.</summary>
    public void End()
    {
        lock (_gate)
        {
            _draft?.Dispose();
            _draft = null;
            _hash = [];
        }
    }

    public void Dispose()
    {
        End();
        _turn.Dispose();
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>One request's turn; the semaphore is not its own.</summary>
    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
