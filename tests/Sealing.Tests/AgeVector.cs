using System.IO.Compression;
using System.Text;

namespace Strongroom.Sealing.Tests;

/// <summary>One file of C2SP/CCTV age/testdata: a header of properties, an empty line, an age file.</summary>
internal sealed record AgeVector
{
    private const string X25519Identity = "AGE-SECRET-KEY-1";

    private readonly Dictionary<string, List<string>> _properties = [];

    private AgeVector(string name) => Name = name;

    public string Name { get; }

    public byte[] File { get; private set; } = [];

    public bool IsArmored => _properties.ContainsKey("armored");

    public bool IsSuccess => _properties["expect"][0] is "success";

    public string? PayloadHash => _properties.TryGetValue("payload", out List<string>? hash) ? hash[0] : null;

    public string? Identity => _properties.TryGetValue("identity", out List<string>? identities)
        ? identities.Find(identity => identity.StartsWith(X25519Identity, StringComparison.Ordinal))
        : null;

    /// <summary>Why this library does not open files of this sort, or null when it shall.</summary>
    public string? NotOurs => this switch
    {
        { IsArmored: true } => "armored",
        { Identity: null } => "not for an X25519 identity",
        _ => null,
    };

    public static IEnumerable<AgeVector> All() =>
        from path in Directory.EnumerateFiles(ForeignVectors.Folder("age")).Order(StringComparer.Ordinal)
        select Read(path);

    private static AgeVector Read(string path)
    {
        byte[] bytes = System.IO.File.ReadAllBytes(path);
        int end = bytes.AsSpan().IndexOf("\n\n"u8);
        AgeVector vector = new(Path.GetFileName(path));
        foreach (string line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n'))
        {
            string[] parts = line.Split(": ", 2);
            vector._properties.TryAdd(parts[0], []);
            vector._properties[parts[0]].Add(parts[1]);
        }

        vector.File = bytes[(end + 2)..];
        if (vector._properties.ContainsKey("compressed"))
        {
            using ZLibStream zlib = new(new MemoryStream(vector.File), CompressionMode.Decompress);
            using MemoryStream inflated = new();
            zlib.CopyTo(inflated);
            vector.File = inflated.ToArray();
        }

        return vector;
    }
}
