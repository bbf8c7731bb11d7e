using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// Why somebody last revealed fields of a customer, for fifteen minutes: the next field of the same case takes one
/// action. In memory only; the purpose is written into every entry all the same.
/// </summary>
internal sealed class RecentPurposes(TimeProvider time)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    private readonly Lock _access = new();
    private readonly Dictionary<(Actor Actor, string Code), RecentPurpose> _kept = [];
    private readonly Dictionary<Actor, string> _last = [];

    public void Keep(Standing who, CustomerCode code, string purpose, string? caseNumber)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_access)
        {
            if (_kept.Count >= MostKept)
            {
                foreach ((Actor, string) old in _kept.Where(pair => pair.Value.Until <= now)
                    .Select(pair => pair.Key).ToList())
                {
                    _kept.Remove(old);
                }
            }

            _last[who.Actor] = purpose;
            _kept[(who.Actor, code.ToString())] = new RecentPurpose(purpose, caseNumber, now + KeptFor);
        }
    }

    /// <summary>What the person chose last, for whichever customer: offered, never taken for granted.</summary>
    public string? Last(Standing who)
    {
        lock (_access)
        {
            return _last.GetValueOrDefault(who.Actor);
        }
    }

    /// <summary>The purpose of the last fifteen minutes, or null.</summary>
    public RecentPurpose? Find(Standing who, CustomerCode code)
    {
        lock (_access)
        {
            return _kept.TryGetValue((who.Actor, code.ToString()), out RecentPurpose? kept)
                && time.GetUtcNow() < kept.Until ? kept : null;
        }
    }
}
