using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>
/// Counts the reveals of each member of staff in the last ten minutes. When the number of the settings is used up, the
/// next reveal has to be asked for once more, and then the count starts anew.
/// </summary>
internal sealed class RevealBudget(Settings settings, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _access = new();
    private readonly Dictionary<Actor, List<DateTimeOffset>> _taken = [];

    /// <summary>How many reveals in ten minutes pass without a question.</summary>
    public int Most => settings.RevealsPerTenMinutes;

    /// <summary>Takes one reveal.</summary>
    /// <param name="actor">Who reveals.</param>
    /// <param name="isConfirmed">The person was asked and said that it is needed.</param>
    /// <param name="isContinued">Whether it was that which let the reveal pass.</param>
    /// <returns>False where the person has to be asked first.</returns>
    public bool TryTake(Actor actor, bool isConfirmed, out bool isContinued)
    {
        isContinued = false;
        if (actor.Kind != ActorKind.StaffMember)
        {
            return true; // a program has a limit of its own and nobody to ask
        }

        DateTimeOffset now = time.GetUtcNow();
        lock (_access)
        {
            List<DateTimeOffset> taken = Recent(actor, now);
            if (taken.Count >= Most)
            {
                if (!isConfirmed)
                {
                    return false;
                }

                isContinued = true;
                taken.Clear();
            }

            taken.Add(now);
            return true;
        }
    }

    /// <summary>Takes the newest one back: it was refused by another gate.</summary>
    public void GiveBack(Actor actor)
    {
        lock (_access)
        {
            if (_taken.TryGetValue(actor, out List<DateTimeOffset>? taken) && taken.Count > 0)
            {
                taken.RemoveAt(taken.Count - 1);
            }
        }
    }

    private List<DateTimeOffset> Recent(Actor actor, DateTimeOffset now)
    {
        if (!_taken.TryGetValue(actor, out List<DateTimeOffset>? taken))
        {
            _taken.Add(actor, taken = new List<DateTimeOffset>());
        }

        taken.RemoveAll(instant => now - instant >= Window);
        return taken;
    }
}
