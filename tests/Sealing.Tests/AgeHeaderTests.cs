using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using HashAlgorithmName = System.Security.Cryptography.HashAlgorithmName;

namespace Strongroom.Sealing.Tests;

/// <summary>Headers whose MAC is right and that are refused, or read, for their form.</summary>
public sealed class AgeHeaderTests : IDisposable
{
    private const string Version = "age-encryption.org/v1\n";
    private const string Other = "-> other an-argument\nAAAA\n";

    private readonly AgeIdentity _identity = AgeIdentity.New();
    private readonly byte[] _fileKey = RandomNumberGenerator.GetBytes(AgeHeader.FileKeyLength);
    private readonly string _stanza;

    public AgeHeaderTests()
    {
        using Key ephemeral = Key.Create(KeyAgreementAlgorithm.X25519);
        string header = Encoding.ASCII.GetString(AgeHeader.Write(_identity.Recipient, _fileKey, ephemeral));
        _stanza = header[Version.Length..header.IndexOf("---", StringComparison.Ordinal)];
    }

    private string Share => _stanza.Split('\n')[0]["-> X25519 ".Length..];

    private string Body => _stanza.Split('\n')[1];

    public void Dispose() => _identity.Dispose();

    [Fact]
    public void Stanzas_of_other_types_are_passed_over_wherever_they_stand()
    {
        Assert.True(Opens(Version + _stanza));
        Assert.True(Opens(Version + Other + _stanza));
        Assert.True(Opens(Version + _stanza + Other));
        Assert.True(Opens(Version + "-> type\n\n" + _stanza));
        Assert.True(Opens(Version + "-> ! ~\n\n" + _stanza));
        Assert.True(Opens(Version + $"-> type\n{new string('A', 64)}\n\n" + _stanza));
        Assert.True(Opens(Version + $"-> type\n{new string('A', 64)}\n{new string('A', 63)}\n" + _stanza));
    }

    [Fact]
    public void Our_stanza_is_found_among_those_for_others()
    {
        using AgeIdentity other = AgeIdentity.New();
        using Key ephemeral = Key.Create(KeyAgreementAlgorithm.X25519);
        byte[] key = RandomNumberGenerator.GetBytes(AgeHeader.FileKeyLength);
        string header = Encoding.ASCII.GetString(AgeHeader.Write(other.Recipient, key, ephemeral));
        string theirs = header[Version.Length..header.IndexOf("---", StringComparison.Ordinal)];

        Assert.True(Opens(Version + theirs + _stanza));
        Assert.True(Opens(Version + _stanza + theirs));
        Assert.False(Opens(Version + theirs));
    }

    [Fact]
    public async Task A_header_has_at_most_64_stanzas_and_64_KiB()
    {
        Assert.True(Opens(Version + string.Concat(Enumerable.Repeat(Other, 63)) + _stanza));
        Assert.False(Opens(Version + string.Concat(Enumerable.Repeat(Other, 64)) + _stanza));

        int rest = AgeHeader.LengthLimit - Header(Version + "-> \n\n" + _stanza).Length;
        string longest = Version + $"-> {new string('x', rest)}\n\n" + _stanza;
        Assert.True(Opens(longest));
        Assert.False(Opens(Version + $"-> {new string('x', rest + 1)}\n\n" + _stanza));
        MemoryStream streamed = new(File(longest, $"--- {Mac(longest)}\n"));
        using SealedFileReader? reader = await AgeFile.TryOpenAsync(
            streamed, _identity, TestContext.Current.CancellationToken);
        Assert.NotNull(reader);
    }

    [Fact]
    public void A_header_without_a_stanza_or_of_another_version_is_refused()
    {
        Assert.False(Opens(Version));
        Assert.False(Opens("age-encryption.org/v2\n" + _stanza));
        Assert.False(Opens("age-encryption.org/v1 \n" + _stanza));
        Assert.False(Opens("age-encryption.org/v\n" + _stanza));
        Assert.False(Opens("\n" + Version + _stanza));
    }

    [Theory]
    [InlineData("-> type")] // without a body
    [InlineData("->\n\n")]
    [InlineData("-> \n\n")]
    [InlineData("->  type\n\n")]
    [InlineData("-> type \n\n")]
    [InlineData("-> ty\u007fpe\n\n")]
    [InlineData("-> ty\tpe\n\n")]
    [InlineData("type\n\n")]
    [InlineData("-> type\nA\n")]
    [InlineData("-> type\nAAA=\n")]
    [InlineData("-> type\nAB\n")] // bits are left over
    [InlineData("-> type\nAA A\n")]
    [InlineData("-> type\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n")] // 68 characters
    [InlineData("-> type\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n")] // 64, and no more
    public void A_stanza_that_is_not_in_the_one_form_spoils_the_file(string stanza)
    {
        Assert.False(Opens(Version + stanza + _stanza));
        Assert.False(Opens(Version + _stanza + stanza));
    }

    [Fact]
    public void An_X25519_stanza_has_one_argument_of_32_bytes_and_a_body_of_32()
    {
        string[] malformed =
        [
            $"-> X25519\n{Body}\n",
            $"-> X25519 {Share} {Share}\n{Body}\n",
            $"-> X25519 {Share[..^1]}\n{Body}\n",
            $"-> X25519 {Share}A\n{Body}\n",
            $"-> X25519 {UnpaddedBase64.Encode(new byte[31])}\n{Body}\n",
            $"-> X25519 {UnpaddedBase64.Encode(new byte[33])}\n{Body}\n",
            $"-> X25519 {Share}\n{UnpaddedBase64.Encode(new byte[31])}\n",
            $"-> X25519 {Share}\n{UnpaddedBase64.Encode(new byte[33])}\n",
            $"-> X25519 {Share}\n\n",
        ];
        foreach (string stanza in malformed)
        {
            Assert.False(Opens(Version + stanza), stanza);
            Assert.False(Opens(Version + _stanza + stanza), stanza);
        }

        Assert.True(Opens(Version + $"-> X25519 {Share}\n{Body}\n"));
        Assert.False(Opens(Version + $"-> x25519 {Share}\n{Body}\n"));
        Assert.False(Opens(Version + $"-> X25519 {UnpaddedBase64.Encode(new byte[32])}\n{Body}\n")); // of small order
    }

    [Fact]
    public void A_passphrase_stands_alone()
    {
        const string Passphrase = "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\nAAAA\n";

        Assert.False(Opens(Version + Passphrase + _stanza));
        Assert.False(Opens(Version + _stanza + Passphrase));
        Assert.False(Opens(Version + Passphrase));
    }

    [Fact]
    public void A_MAC_has_one_form()
    {
        string head = Version + _stanza;
        string mac = Mac(head);

        Assert.True(Opens(head, $"--- {mac}\n"));
        Assert.False(Opens(head, $"---  {mac}\n"));
        Assert.False(Opens(head, $"---{mac}\n"));
        Assert.False(Opens(head, $"---\n"));
        Assert.False(Opens(head, $"--- {mac} \n"));
        Assert.False(Opens(head, $"--- {mac}=\n"));
        Assert.False(Opens(head, $"--- {mac[..^1]}\n"));
        Assert.False(Opens(head, $"--- {UnpaddedBase64.Encode(new byte[31])}\n"));
        Assert.False(Opens(head, $"--- {UnpaddedBase64.Encode(new byte[32])}\n"));
        Assert.False(Opens(head, $"--- {mac}"));
    }

    private string Mac(string head)
    {
        byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, _fileKey, 32, [], "header"u8.ToArray());
        return UnpaddedBase64.Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(head + "---")));
    }

    private string Header(string head) => $"{head}--- {Mac(head)}\n";

    private bool Opens(string head) => Opens(head, $"--- {Mac(head)}\n");

    private bool Opens(string head, string macLine) => AgeFile.TryOpen(File(head, macLine), _identity, out _);

    /// <summary>A file of this header and no content.</summary>
    private byte[] File(string head, string macLine)
    {
        byte[] nonce = new byte[AgeHeader.NonceLength];
        byte[] chunk = new byte[ChunkCipher.TagLength];
        using ChunkCipher cipher = ChunkCipher.Derive(_fileKey, nonce, "payload"u8);
        cipher.Seal(0, isLast: true, [], chunk);
        return [.. Encoding.ASCII.GetBytes(head + macLine), .. nonce, .. chunk];
    }
}
