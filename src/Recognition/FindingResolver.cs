using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition;

/// <summary>
/// Makes one list of findings that do not overlap. The likelier one gives kind and label; ranges that cross are joined,
/// so that no part of either survives.
/// </summary>
public static class FindingResolver
{
    /// <summary>Joins findings of any order and source.</summary>
    /// <returns>Sorted by segment and place, not overlapping.</returns>
    public static IReadOnlyList<Finding> Resolve(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var sorted = findings.ToList();
        sorted.Sort(Compare);
        var resolved = new List<Finding>(sorted.Count);
        bool isJoined = false;
        foreach (Finding finding in sorted)
        {
            Finding? last = resolved.Count > 0 ? resolved[^1] : null;
            if (last is null || last.Segment != finding.Segment || finding.Start >= last.End)
            {
                resolved.Add(finding);
                isJoined = false;
                continue;
            }

            bool isDoubted = !isJoined && IsDoubted(last, finding);
            resolved[^1] = isDoubted ? finding : Join(last, finding);
            isJoined = !isDoubted;
        }

        return resolved;
    }

    private static int Compare(Finding left, Finding right)
    {
        int bySegment = left.Segment.CompareTo(right.Segment);
        int byStart = left.Start.CompareTo(right.Start);
        return bySegment != 0 ? bySegment : byStart != 0 ? byStart : right.End.CompareTo(left.End);
    }

    /// <summary>Whether an outer claim falls because a likelier one lies inside it.</summary>
    private static bool IsDoubted(Finding outer, Finding inner) =>
        inner.End <= outer.End && outer.Likelihood < inner.Likelihood && outer.Label is null && inner.Label is null;

    /// <summary>Joins two that overlap, the first beginning no later than the second.</summary>
    private static Finding Join(Finding first, Finding second)
    {
        Finding better = IsBetter(second, first) ? second : first;
        return better with
        {
            Start = first.Start,
            End = Math.Max(first.End, second.End),
            Kind = KindOf(first, second, better),
            Label = first.Label ?? second.Label,
        };
    }

    /// <summary>A name inside an address or another value does not change what the whole is.</summary>
    private static string KindOf(Finding first, Finding second, Finding better)
    {
        Finding other = ReferenceEquals(better, first) ? second : first;
        bool isName = string.Equals(better.Kind, FindingKinds.Customer, StringComparison.Ordinal);
        bool isPart = better.End - better.Start < other.End - other.Start;
        bool isNamesToo = string.Equals(other.Kind, FindingKinds.PersonName, StringComparison.Ordinal);
        return isName && isPart && !isNamesToo ? other.Kind : better.Kind;
    }

    private static bool IsBetter(Finding one, Finding other)
    {
        if (one.Label is null != other.Label is null)
        {
            return one.Label is not null;
        }

        int length = (one.End - one.Start).CompareTo(other.End - other.Start);
        bool isLikelier = one.Likelihood > other.Likelihood;
        return isLikelier || (
            one.Likelihood == other.Likelihood && (length > 0 || (length == 0 && Rank(one) < Rank(other))));
    }

    /// <summary>Of two equal claims on the same range the more telling kind wins.</summary>
    private static int Rank(Finding finding) => finding.Kind switch
    {
        FindingKinds.PaymentCard or FindingKinds.Iban or FindingKinds.Email => 0,
        FindingKinds.UsSsn or FindingKinds.UsItin or FindingKinds.UsAbaRouting => 1,
        FindingKinds.Phone => 2,
        FindingKinds.BankAccount => 3,
        _ => 4,
    };
}
