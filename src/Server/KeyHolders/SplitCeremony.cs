using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// A split that is under way, in memory only: whose code was drawn, and the locks that the codes became. Given up, it
/// leaves nothing; the unseal key is drawn when it ends.
/// </summary>
internal sealed class SplitCeremony(Actor by, SplitRequest request) : IDisposable
{
    private readonly ShareLock?[] _locks = new ShareLock?[request.Holders.Count];
    private readonly SecretBytes?[] _codes = new SecretBytes?[request.Holders.Count];
    private readonly bool[] _hasAcknowledged = new bool[request.Holders.Count];

    /// <summary>Who leads it; nobody else goes on with it.</summary>
    public Actor By { get; } = by;

    public SplitRequest Request { get; } = request;

    public bool IsComplete => _hasAcknowledged.All(has => has);

    /// <summary>The holders' names and locks, once all have acknowledged.</summary>
    public IReadOnlyList<(string Name, ShareLock Lock)> Holders =>
        [.. Request.Holders.Select((name, index) => (name, _locks[index]!))];

    public bool HasAcknowledged(int number) => _hasAcknowledged[number - 1];

    /// <summary>Takes a holder's code and lock over; a code that was drawn before is over.</summary>
    public void Take(int number, SecretBytes code, ShareLock holder)
    {
        _codes[number - 1]?.Dispose();
        _locks[number - 1]?.Dispose();
        _codes[number - 1] = code;
        _locks[number - 1] = holder;
        _hasAcknowledged[number - 1] = false;
    }

    /// <summary>Whether this is the holder's code; from then on it is no longer kept.</summary>
    public bool TryAcknowledge(int number, SecretBytes typed)
    {
        if (_codes[number - 1] is not { } code || !code.Matches(typed.Reveal()))
        {
            return false;
        }

        code.Dispose();
        _codes[number - 1] = null;
        return _hasAcknowledged[number - 1] = true;
    }

    public SplitCard Card() => new(
        Request.Needed,
        [.. Request.Holders.Select((name, index) => new SplitHolderCard(index + 1, name, _hasAcknowledged[index]))],
        Duties.Text, Duties.Sha256);

    public void Dispose()
    {
        Array.ForEach(_codes, code => code?.Dispose());
        Array.ForEach(_locks, holder => holder?.Dispose());
    }

    public override string ToString() => nameof(SplitCeremony);
}
