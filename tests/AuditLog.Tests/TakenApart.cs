namespace Strongroom.AuditLog.Tests;

/// <summary>A journal's file taken apart into header and records.</summary>
internal sealed class TakenApart
{
    private TakenApart(byte[] header, List<byte[]> records) => (Header, Records) = (header, records);

    public byte[] Header { get; }

    public List<byte[]> Records { get; }

    public static TakenApart Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int offset = JournalHeader.Of(LogOnDisk.Origin).Length;
        byte[] header = bytes[..offset];
        List<byte[]> records = [];
        while (RecordFrame.TryRead(bytes.AsSpan(offset), out RecordFrame frame))
        {
            int end = offset + RecordFrame.Size + frame.Length;
            records.Add(bytes[offset..end]);
            offset = end;
        }

        return new TakenApart(header, records);
    }

    public void Write(string path) => File.WriteAllBytes(path, [.. Header, .. Records.SelectMany(record => record)]);
}
