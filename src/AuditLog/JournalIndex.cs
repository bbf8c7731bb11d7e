namespace Strongroom.AuditLog;

/// <summary>
/// Where every 256th record begins in the file, so that reading can start anywhere: 8 bytes for 256 entries.
/// </summary>
internal sealed class JournalIndex
{
    private const int Step = 256;
    private readonly List<long> _offsets = [];
    private long _size;

    public void Add(long offset)
    {
        if (_size % Step == 0)
        {
            _offsets.Add(offset);
        }

        _size++;
    }

    /// <summary>A record at or before the wanted one: its sequence and offset.</summary>
    public (long Sequence, long Offset) Before(long sequence)
    {
        int at = (int)(sequence / Step);
        return ((long)at * Step, _offsets[at]);
    }
}
