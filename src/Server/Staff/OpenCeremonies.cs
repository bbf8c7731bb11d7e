using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Strongroom.Server.Staff;

/// <summary>
/// The ceremonies that wait for an answer. Each is answered once, within minutes, by whom it was begun for; a restart
/// ends them all. Visitors cannot take the memory, nor push out what members of staff have begun: the two are counted
/// apart, and the oldest goes first.
/// </summary>
internal sealed class OpenCeremonies(TimeProvider time)
{
    public const int MostOfVisitors = 50_000;
    public const int MostOfStaff = 10_000;
    private const int IdBytes = 16;
    private readonly Shelf _visitors = new(MostOfVisitors);
    private readonly Shelf _staff = new(MostOfStaff);

    /// <summary>Keeps a ceremony and gives the id under which it is answered.</summary>
    public string Begin(Ceremony ceremony)
    {
        string id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        Of(ceremony.BoundTo).Add(id, ceremony, time.GetUtcNow());
        return id;
    }

    /// <summary>Takes a ceremony out; whatever comes of it, it is over.</summary>
    public bool TryTake(
        string untrustedId, CeremonyKind kind, string boundTo, [NotNullWhen(true)] out Ceremony? ceremony)
    {
        bool isThere = Of(boundTo).TryTake(untrustedId, time.GetUtcNow(), out ceremony)
            && ceremony.Kind == kind && string.Equals(ceremony.BoundTo, boundTo, StringComparison.Ordinal);
        ceremony = isThere ? ceremony : null;
        return isThere;
    }

    private Shelf Of(string boundTo) => boundTo.Length == 0 ? _visitors : _staff;

    /// <summary>So many ceremonies, the oldest first.</summary>
    private sealed class Shelf(int most)
    {
        private readonly ConcurrentDictionary<string, Kept> _open = new(StringComparer.Ordinal);
        private readonly ConcurrentQueue<(string Id, DateTimeOffset EndsAt)> _order = new();

        public void Add(string id, Ceremony ceremony, DateTimeOffset now)
        {
            while (_order.TryPeek(out (string Id, DateTimeOffset EndsAt) oldest)
                && (oldest.EndsAt <= now || _order.Count >= most) && _order.TryDequeue(out oldest))
            {
                _open.TryRemove(oldest.Id, out _);
            }

            DateTimeOffset endsAt = now + Ceremony.Life;
            _open[id] = new Kept(ceremony, endsAt);
            _order.Enqueue((id, endsAt));
        }

        public bool TryTake(string untrustedId, DateTimeOffset now, [NotNullWhen(true)] out Ceremony? ceremony)
        {
            ceremony = _open.TryRemove(untrustedId, out Kept? kept) && now < kept.EndsAt ? kept.Ceremony : null;
            return ceremony is not null;
        }
    }

    private sealed record Kept(Ceremony Ceremony, DateTimeOffset EndsAt);
}
