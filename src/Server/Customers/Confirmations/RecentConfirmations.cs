using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Confirmations;

/// <summary>
/// The last outcome of each person, for a minute, for the page after the post: an address that said "matches" could be
/// made by anybody, and a form sent twice must not cost two tries.
/// </summary>
internal sealed class RecentConfirmations(TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly Lock _access = new();
    private readonly Dictionary<Actor, (CustomerCode Code, RecentConfirmation Outcome)> _kept = [];

    public void Keep(Standing who, CustomerCode code, string? kind, Confirmation outcome)
    {
        lock (_access)
        {
            _kept[who.Actor] = (code, new RecentConfirmation(outcome, kind, time.GetUtcNow() + KeptFor));
        }
    }

    /// <summary>The outcome of the last minute for that customer, or null.</summary>
    public RecentConfirmation? Find(Standing who, CustomerCode code)
    {
        lock (_access)
        {
            return _kept.TryGetValue(who.Actor, out (CustomerCode Code, RecentConfirmation Outcome) kept)
                && kept.Code == code && time.GetUtcNow() < kept.Outcome.Until ? kept.Outcome : null;
        }
    }
}
