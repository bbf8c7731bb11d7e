using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Strongroom.AuditLog;

/// <summary>One reading of a log from its first entry to its last.</summary>
internal sealed class VerifierPass
{
    private const long MostEntries = 1L << 60;
    private const long LastMillisecond = 253_402_300_799_999;
    private readonly string _directory;
    private readonly Checkpoint? _head;
    private readonly Checkpoint? _known;
    private readonly VerifierFaults _faults;
    private readonly VerifierTiles _tiles;
    private readonly VerifierTree _tree;
    private string? _origin;
    private TreeHash? _root;
    private long? _first;
    private long? _last;
    private long _next;
    private long _gaps;
    private long _stepsBack;
    private long _unfinished;

    public VerifierPass(string directory, Checkpoint? head, Checkpoint? known, VerifierFaults faults)
    {
        (_directory, _head, _known, _faults) = (directory, head, known, faults);
        _tiles = new VerifierTiles(directory, head?.Size ?? 0, faults);
        _tree = new VerifierTree(_tiles.Add);
    }

    public void Run(CancellationToken cancellation)
    {
        string path = Path.Combine(_directory, "journal");
        if (!File.Exists(path))
        {
            _faults.Add("journal", "it is missing");
            return;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1024 * 1024);
        VerifierJournal journal = new(file);
        _origin = journal.ReadOrigin();
        if (_origin is null)
        {
            _faults.Add("journal, byte 0", "the header is damaged");
            return;
        }

        CompareOrigins();
        CompareRoots();
        while (journal.TryReadNext())
        {
            cancellation.ThrowIfCancellationRequested();
            Take(journal);
            CompareRoots();
        }

        Finish(journal, file.Length);
    }

    public VerificationReport Report(bool signatureIsValid) => new()
    {
        Origin = _origin,
        Entries = _tree.Size,
        CheckpointSize = _head?.Size,
        Root = _root,
        SignatureIsValid = signatureIsValid,
        First = TimeOf(_first),
        Last = TimeOf(_last),
        Gaps = _gaps,
        ClockStepsBack = _stepsBack,
        UnfinishedBytes = _unfinished,
        Faults = _faults.All,
    };

    private static DateTimeOffset? TimeOf(long? milliseconds) =>
        milliseconds is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    private void CompareOrigins()
    {
        if (_head is not null && !string.Equals(_head.Origin, _origin, StringComparison.Ordinal))
        {
            _faults.Add("checkpoint", "it is of another log than the journal");
        }

        if (_known is not null && !string.Equals(_known.Origin, _origin, StringComparison.Ordinal))
        {
            _faults.Add("kept checkpoint", "it is of another log than the journal");
        }
    }

    private void CompareRoots()
    {
        if (_tree.Size == _head?.Size)
        {
            _root = _tree.Root;
            _tiles.RequirePartial();
            Compare("checkpoint", _head, _root);
        }

        if (_tree.Size == _known?.Size)
        {
            Compare("kept checkpoint", _known, _tree.Root);
        }
    }

    private void Compare(string place, Checkpoint checkpoint, TreeHash root)
    {
        if (checkpoint.Root != root)
        {
            _faults.Add(place, "the entries that it covers are not those in the journal");
        }
    }

    private void Take(VerifierJournal journal)
    {
        ReadOnlySpan<byte> leaf = journal.Leaf;
        TakeSequence(journal.Offset, BinaryPrimitives.ReadInt64BigEndian(leaf[1..]));
        TakeTime(journal.Offset, BinaryPrimitives.ReadInt64BigEndian(leaf[9..]));
        if (leaf[0] != 1 || leaf[19] is < 1 or > 3 || BinaryPrimitives.ReadUInt16BigEndian(leaf[17..]) == 0)
        {
            Add(journal.Offset, "version, act or result is not one that there is");
        }

        if (!CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(journal.SealedBody), leaf.Slice(77, TreeHash.Size)))
        {
            Add(journal.Offset, "the sealed body is not the one of its entry");
        }

        _tree.Append(leaf);
    }

    private void TakeSequence(long offset, long sequence)
    {
        if (sequence != _next)
        {
            Add(offset, string.Create(CultureInfo.InvariantCulture, $"number {sequence} stands where {_next} belongs"));
        }

        if (sequence > _next && sequence < MostEntries)
        {
            _gaps = Math.Min(_gaps + sequence - _next, MostEntries);
            _next = sequence;
        }

        _next++;
    }

    private void TakeTime(long offset, long time)
    {
        if (time is < 0 or > LastMillisecond)
        {
            Add(offset, "the time is none");
            return;
        }

        _stepsBack += time < _last ? 1 : 0;
        _first ??= time;
        _last = time;
    }

    private void Finish(VerifierJournal journal, long length)
    {
        _tiles.Finish();
        long rest = Math.Max(0, length - journal.Offset);
        if (journal.EndsInside)
        {
            _unfinished = rest;
        }
        else if (rest > 0)
        {
            Add(journal.Offset, "the record is damaged; nothing after it was read");
        }

        RequireSize("checkpoint", _head);
        RequireSize("kept checkpoint", _known);
    }

    private void Add(long offset, string fault) => _faults.Add(
        string.Create(CultureInfo.InvariantCulture, $"journal, byte {offset}, entry {_tree.Size}"), fault);

    private void RequireSize(string place, Checkpoint? checkpoint)
    {
        if (checkpoint is not null && checkpoint.Size > _tree.Size)
        {
            _faults.Add(place, string.Create(
                CultureInfo.InvariantCulture,
                $"it covers {checkpoint.Size} entries, and the journal has {_tree.Size}"));
        }
    }
}
