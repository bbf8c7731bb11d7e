using System.Runtime.InteropServices;

namespace Strongroom.Redactor.Proving;

/// <summary>
/// All removed values by their first characters, so that one pass over a view meets each of them: the time does not
/// grow with their number.
/// </summary>
internal sealed class ValueIndex
{
    private const int PrefixLength = 4;
    private const int FilterBits = 1 << 16;

    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly Dictionary<ulong, List<RemovedText>> _byPrefix = [];
    private readonly Dictionary<string, List<RemovedText>> _short = new(StringComparer.Ordinal);

    public ValueIndex(IEnumerable<RemovedText> values)
    {
        foreach (RemovedText value in values)
        {
            // A value of one letter, or of punctuation, is in every text.
            if (value.Folded.Length < 2)
            {
                continue;
            }

            Count++;
            if (value.Folded.Length < PrefixLength)
            {
                Bucket(_short, value.Folded).Add(value);
                continue;
            }

            ulong prefix = PrefixOf(value.Folded);
            int bit = FilterBit(prefix);
            _filter[bit / 64] |= 1UL << (bit % 64);
            Bucket(_byPrefix, prefix).Add(value);
        }
    }

    /// <summary>How many values are searched for.</summary>
    public int Count { get; }

    /// <summary>The values that may begin at a place of a folded text.</summary>
    public IReadOnlyList<RemovedText> MayBegin(ReadOnlySpan<char> folded)
    {
        if (folded.Length < PrefixLength)
        {
            return [];
        }

        ulong prefix = PrefixOf(folded);
        int bit = FilterBit(prefix);
        bool isPossible = (_filter[bit / 64] & (1UL << (bit % 64))) != 0;
        return isPossible && _byPrefix.TryGetValue(prefix, out List<RemovedText>? values) ? values : [];
    }

    /// <summary>The values of two or three characters that a whole word is.</summary>
    public IReadOnlyList<RemovedText> Short(ReadOnlySpan<char> word) =>
        _short.Count > 0 && _short.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(
            word, out List<RemovedText>? values) ? values : [];

    private static List<RemovedText> Bucket<T>(Dictionary<T, List<RemovedText>> buckets, T key)
        where T : notnull => CollectionsMarshal.GetValueRefOrAddDefault(buckets, key, out _) ??= [];

    private static ulong PrefixOf(ReadOnlySpan<char> folded) =>
        folded[0] | ((ulong)folded[1] << 16) | ((ulong)folded[2] << 32) | ((ulong)folded[3] << 48);

    private static int FilterBit(ulong prefix) => (int)(unchecked(prefix * 0x9E3779B97F4A7C15) >> 48);
}
