using System.Runtime.InteropServices;
using Strongroom.Vocabulary;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// Keyed 64-bit hashes of the names and identifiers of registered customers, in every variant; no plaintext. Built in
/// memory when a compartment opens, gone when it closes. Safe to read and add to from several threads.
/// </summary>
public sealed class CustomerRegister : IDisposable
{
    /// <summary>The longest window of words, each hyphenated part counted.</summary>
    internal const int LongestWindow = 8;

    private const int PrefixLength = 3;
    private const int PrefixBits = 1 << 18;
    private const int StackLength = 256;

    private readonly byte[] _key;
    private readonly ulong[] _prefixes = new ulong[PrefixBits / 64];
    private readonly Dictionary<ulong, int> _heads = [];
    private readonly List<RegisterEntry> _entries = [];
    private readonly List<CustomerId?> _customers = [];
    private readonly List<string> _fieldKinds = [];
    private readonly Dictionary<CustomerId, int> _numbers = [];
    private readonly ReaderWriterLockSlim _lock = new();
    private int _digitLengths;

    /// <summary>Makes an empty register.</summary>
    /// <param name="key">16 random bytes, made for this process and stored nowhere.</param>
    public CustomerRegister(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, SipHash24.KeyLength, nameof(key));
        _key = key.ToArray();
    }

    /// <summary>How many hashes it holds.</summary>
    public int Count => _entries.Count;

    /// <summary>
    /// Adds all variants of one field of a customer; a field by which nobody is recognized adds nothing.
    /// </summary>
    public void Add(CustomerId customer, string fieldKind, string value)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(value);
        _lock.EnterWriteLock();
        try
        {
            foreach (Variant variant in CustomerVariants.Of(fieldKind, value))
            {
                Add(customer, fieldKind, variant);
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Forgets a customer: erased, or moved.</summary>
    public void Remove(CustomerId customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        _lock.EnterWriteLock();
        try
        {
            if (_numbers.Remove(customer, out int number))
            {
                _customers[number] = null;
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _lock.Dispose();
        Array.Clear(_key);
    }

    /// <summary>Runs a search while nobody adds.</summary>
    internal void Search(Action search)
    {
        _lock.EnterReadLock();
        try
        {
            search();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>
    /// Whether a window of words that begins so may be in the register: spares most windows their hashes.
    /// </summary>
    internal bool MayBegin(ReadOnlySpan<char> prefix)
    {
        ulong bit = Hash('p', prefix[..Math.Min(PrefixLength, prefix.Length)]) % PrefixBits;
        return (_prefixes[bit / 64] & (1UL << (int)(bit % 64))) != 0;
    }

    /// <summary>Whether numbers of this many digits are in the register.</summary>
    internal bool HasDigitLength(int length) => length < 32 && (_digitLengths & (1 << length)) != 0;

    /// <summary>Adds what a text may stand for to the hits.</summary>
    internal void Look(char sort, ReadOnlySpan<char> text, int segment, int start, int end, List<RegisterSighting> hits)
    {
        int at = _heads.GetValueOrDefault(Hash(sort, text), -1);
        while (at >= 0)
        {
            RegisterEntry entry = _entries[at];
            if (_customers[entry.Customer] is { } customer)
            {
                hits.Add(new RegisterSighting(
                    customer, _fieldKinds[entry.FieldKind], entry.Strength, entry.WordCount, segment, start, end));
            }

            at = entry.Next;
        }
    }

    private void Add(CustomerId customer, string fieldKind, Variant variant)
    {
        ulong hash = Hash(variant.Sort, variant.Text);
        ref int head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, hash, out bool exists);
        _entries.Add(new RegisterEntry(
            NumberOf(customer), exists ? head : -1, FieldKindNumber(fieldKind), variant.Strength, (byte)Math.Min(
                variant.WordCount, 255)));
        head = _entries.Count - 1;
        if (variant.Sort == Variant.Words)
        {
            ulong bit = Hash('p', variant.Text.AsSpan(0, Math.Min(PrefixLength, variant.Text.Length))) % PrefixBits;
            _prefixes[bit / 64] |= 1UL << (int)(bit % 64);
        }
        else if (variant.Sort == Variant.Digits)
        {
            _digitLengths |= 1 << variant.Text.Length;
        }
    }

    private int NumberOf(CustomerId customer)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, customer, out bool exists);
        if (!exists)
        {
            number = _customers.Count;
            _customers.Add(customer);
        }

        return number;
    }

    private byte FieldKindNumber(string fieldKind)
    {
        int number = _fieldKinds.IndexOf(fieldKind);
        if (number < 0)
        {
            number = _fieldKinds.Count;
            _fieldKinds.Add(fieldKind);
        }

        return (byte)number;
    }

    /// <summary>The sort, then the characters, so that a name never equals a number.</summary>
    private ulong Hash(char sort, ReadOnlySpan<char> text)
    {
        Span<char> characters = text.Length < StackLength ? stackalloc char[StackLength] : new char[text.Length + 1];
        characters[0] = sort;
        text.CopyTo(characters[1..]);
        return SipHash24.Hash(_key, MemoryMarshal.AsBytes(characters[..(text.Length + 1)]));
    }
}
