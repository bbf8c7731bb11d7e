using System.Security.Cryptography;

namespace Strongroom.Sealing.Tests;

/// <summary>The reader as a stream, apart from what it refuses.</summary>
public sealed class SealedFileReaderTests : IDisposable
{
    private const int Chunk = 65536;

    private readonly SealingKey _key = SealingKey.New(1);
    private readonly byte[] _plain = RandomNumberGenerator.GetBytes(Chunk + 1000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_place_is_counted_from_the_beginning_from_here_or_from_the_end()
    {
        using SealedFileReader reader = await ReaderAsync(await SealAsync());

        Assert.Equal(10, reader.Seek(10, SeekOrigin.Begin));
        Assert.Equal(17, reader.Seek(7, SeekOrigin.Current));
        Assert.Equal(_plain[17], reader.ReadByte());
        Assert.Equal(18, reader.Position);
        Assert.Equal(16, reader.Seek(-2, SeekOrigin.Current));
        Assert.Equal(_plain[16], reader.ReadByte());
        Assert.Equal(_plain.Length - 1, reader.Seek(-1, SeekOrigin.End));
        Assert.Equal(_plain[^1], reader.ReadByte());
        Assert.Equal(-1, reader.ReadByte());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Position = -1);
        reader.Position = 0;
        Assert.Equal(_plain[0], reader.ReadByte());
    }

    [Fact]
    public async Task Reading_gives_what_is_left_of_the_chunk_and_nothing_past_the_end()
    {
        using SealedFileReader reader = await ReaderAsync(await SealAsync());
        byte[] buffer = new byte[100];

        reader.Position = Chunk - 3;
        Assert.Equal(3, ReadAtOnce(reader, buffer, 5, 90));
        Assert.Equal([0, 0, 0, 0, 0, .. _plain[(Chunk - 3)..Chunk], 0], buffer[..9]);
        Assert.Equal(90, await reader.ReadAsync(buffer.AsMemory(5, 90), Cancellation));
        Assert.Equal(_plain[Chunk..(Chunk + 90)], buffer[5..95]);
        Assert.Equal(0, ReadAtOnce(reader, [], 0, 0));
        reader.Position = _plain.Length;
        Assert.Equal(0, ReadAtOnce(reader, buffer, 0, 100));
        reader.Position = _plain.Length + (10L * Chunk);
        Assert.Equal(0, await reader.ReadAsync(buffer, Cancellation));
    }

    [Fact]
    public async Task A_chunk_that_is_open_is_not_read_again_and_the_last_one_is_open_from_the_start()
    {
        byte[] file = await SealAsync();
        using SealedFileReader reader = await ReaderAsync(file);

        file[^1] ^= 1;
        reader.Position = Chunk;
        Assert.Equal(_plain[Chunk], reader.ReadByte());
        reader.Position = 0;
        Assert.Equal(_plain[0], reader.ReadByte());
        file[SealedFile.HeaderLength] ^= 1;
        Assert.Equal(_plain[1], reader.ReadByte());
        reader.Position = Chunk;
        Assert.Equal(0, ReadAtOnce(reader, [], 0, 0)); // for nothing, nothing is read
        Assert.Throws<InvalidDataException>(() => reader.ReadByte());
    }

    [Fact]
    public async Task A_reader_can_read_and_seek_until_it_is_closed_and_is_closed_once()
    {
        SealedFileReader reader = await ReaderAsync(await SealAsync());
        Assert.True(reader.CanRead);
        Assert.True(reader.CanSeek);
        await reader.FlushAsync(Cancellation); // has nothing to write

        await reader.DisposeAsync();
        await reader.DisposeAsync();

        Assert.False(reader.CanSeek);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await reader.ReadExactlyAsync(new byte[1], Cancellation));
    }

    [Fact]
    public async Task Only_a_stream_that_can_seek_is_opened_and_from_its_first_byte()
    {
        byte[] file = await SealAsync();
        using System.IO.Compression.ZLibStream oneWay = new(
            new MemoryStream(), System.IO.Compression.CompressionMode.Decompress);
        MemoryStream atItsEnd = new(file) { Position = file.Length };

        using SealedFileReader reader = await ReaderAsync(atItsEnd);

        Assert.Equal(_plain[0], reader.ReadByte());
        await Assert.ThrowsAsync<ArgumentException>(
            () => SealedFile.TryOpenAsync(oneWay, _key, Contexts.Field, Cancellation));
    }

    [Theory]
    [InlineData(15)] // no content is so short
    [InlineData(16)] // a chunk that is not authentic
    public async Task Where_there_is_no_reader_the_key_is_wiped(int length)
    {
        using ChunkCipher cipher = ChunkCipher.Derive(new byte[32], new byte[16], "content"u8);

        Assert.Null(await SealedFileReader.TryOpenAsync(new MemoryStream(new byte[length]), 0, cipher, Cancellation));

        Assert.Throws<ObjectDisposedException>(() => cipher.Seal(0, isLast: true, [], new byte[16]));
    }

    [Fact]
    public async Task A_closed_reader_has_wiped_its_key()
    {
        using ChunkCipher cipher = ChunkCipher.Derive(new byte[32], new byte[16], "content"u8);
        byte[] chunk = new byte[16];
        cipher.Seal(0, isLast: true, [], chunk);
        SealedFileReader? reader = await SealedFileReader.TryOpenAsync(
            new MemoryStream(chunk), 0, cipher, Cancellation);
        Assert.NotNull(reader);

        await reader.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => cipher.Seal(0, isLast: true, [], new byte[16]));
    }

    [Fact]
    public async Task Each_file_has_a_key_and_a_nonce_of_its_own()
    {
        HashSet<string> seen = [];

        for (int i = 0; i < 10; i++)
        {
            byte[] file = await SealAsync();
            Assert.True(_key.TryOpenSecret(file.AsSpan(7, 141), Contexts.Field, out SecretBytes? fileKey));

            Assert.True(seen.Add(SecondReader.Hex(fileKey)));
            Assert.True(seen.Add(Convert.ToHexString(file.AsSpan(148, 16))));
        }
    }

    [Fact]
    public async Task A_file_key_of_another_length_is_none_even_when_sealed_under_the_key()
    {
        byte[] file = await SealAsync();
        foreach (int length in (int[])[31, 33])
        {
            using SecretBytes fileKey = SecretBytes.Random(length);
            byte[] sealedKey = _key.SealSecret(Contexts.Field, fileKey);
            byte[] header = SealedFile.Header(fileKey, sealedKey, new byte[16]);
            using ChunkCipher cipher = ChunkCipher.Derive(
                fileKey.Reveal(), new byte[16], "strongroom file content"u8);
            byte[] chunk = new byte[16];
            cipher.Seal(0, isLast: true, [], chunk);

            byte[] forged = [.. header, .. chunk];
            Assert.Equal(file[..7], forged[..7]);
            Assert.Null(await SealedFile.TryOpenAsync(new MemoryStream(forged), _key, Contexts.Field, Cancellation));
        }
    }

    [Fact]
    public async Task A_generation_is_read_from_whole_headers_of_sealed_files_only()
    {
        byte[] file = await SealAsync();

        Assert.True(SealedFile.TryReadGeneration(file.AsSpan(0, SealedFile.HeaderLength), out uint generation));
        Assert.Equal(1u, generation);
        foreach (int at in (int[])[0, 6, 7])
        {
            file[at] ^= 1;
            Assert.False(SealedFile.TryReadGeneration(file, out _));
            file[at] ^= 1;
        }

        file[11] = 0; // the last byte of the generation
        Assert.False(SealedFile.TryReadGeneration(file, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => SealedFile.SealedLength(-1));
    }

    private static int ReadAtOnce(SealedFileReader reader, byte[] buffer, int offset, int count) =>
        reader.Read(buffer, offset, count);

    private async Task<byte[]> SealAsync()
    {
        using MemoryStream file = new();
        await SealedFile.SealAsync(new MemoryStream(_plain), file, _key, Contexts.Field, Cancellation);
        return file.ToArray();
    }

    private Task<SealedFileReader> ReaderAsync(byte[] file) => ReaderAsync(new MemoryStream(file));

    private async Task<SealedFileReader> ReaderAsync(MemoryStream file)
    {
        SealedFileReader? reader = await SealedFile.TryOpenAsync(file, _key, Contexts.Field, Cancellation);
        Assert.NotNull(reader);
        return reader;
    }
}
