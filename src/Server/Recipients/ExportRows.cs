using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The rows of an export until they are sealed. They are shuffled as a whole, or two lists could be joined by the order
/// of their rows. Wiped when disposed of.
/// </summary>
internal sealed class ExportRows : IDisposable
{
    private readonly List<byte[]> _rows = [];
    private byte[] _file = [];

    public int Count => _rows.Count;

    /// <summary>Takes a row; it is wiped with the others.</summary>
    public void Add(byte[] row) => _rows.Add(row);

    /// <summary>The file: the header, then all rows in an order that nobody can foresee.</summary>
    public Stream ToFile(byte[] header)
    {
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(_rows));
        _file = GC.AllocateUninitializedArray<byte>(
            header.Length + _rows.Sum(row => row.Length), pinned: true);
        header.CopyTo(_file, 0);
        int at = header.Length;
        foreach (byte[] row in _rows)
        {
            row.CopyTo(_file, at);
            at += row.Length;
        }

        return new MemoryStream(_file, writable: false);
    }

    public void Dispose()
    {
        _rows.ForEach(row => CryptographicOperations.ZeroMemory(row));
        CryptographicOperations.ZeroMemory(_file);
        _rows.Clear();
    }
}
