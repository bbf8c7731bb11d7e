using System.Security.Cryptography;
using CsCheck;

namespace Strongroom.Sealing.Tests;

public sealed class SealedFileTests : IDisposable
{
    private const int Header = 196;
    private const int Chunk = 65536 + 16;

    private static readonly SealContext Context =
        Contexts.Field with { Type = "file", Table = "archive", Column = "original" };

    private readonly SealingKey _key = SealingKey.New(4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(65535, 1)]
    [InlineData(65536, 1)]
    [InlineData(65537, 2)]
    [InlineData(131072, 2)]
    [InlineData(131073, 3)]
    public async Task A_sealed_file_opens_and_is_longer_by_its_header_and_a_tag_for_each_chunk(int length, int chunks)
    {
        byte[] plain = RandomNumberGenerator.GetBytes(length);

        byte[] file = await SealAsync(plain);

        Assert.Equal(Header + length + (16 * chunks), file.Length);
        Assert.Equal(SealedFile.SealedLength(length), file.Length);
        Assert.Equal(plain, await OpenAsync(file));
    }

    [Fact]
    public async Task Any_range_reads_without_the_rest()
    {
        byte[] plain = RandomNumberGenerator.GetBytes(200_000);
        byte[] file = await SealAsync(plain);
        file[Header + Chunk + 5] ^= 1; // the second chunk is spoilt
        using SealedFileReader reader = await ReaderAsync(file);
        byte[] buffer = new byte[60_000];

        Assert.Equal(plain.Length, reader.Length);
        reader.Position = 5000;
        await reader.ReadExactlyAsync(buffer, Cancellation);
        Assert.Equal(plain[5000..65000], buffer);
        reader.Seek(-60_000, SeekOrigin.End);
        ReadAtOnce(reader, buffer);
        Assert.Equal(plain[^60_000..], buffer);
        reader.Position = 65_535;
        Assert.Equal(1, await reader.ReadAsync(buffer, Cancellation));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadExactlyAsync(buffer, Cancellation));
        Assert.Throws<InvalidDataException>(() => reader.Read(buffer, 0, 1));
        reader.Position = 3;
        Assert.Equal(plain[3], reader.ReadByte());
    }

    [Fact]
    public async Task Random_ranges_are_what_was_sealed()
    {
        byte[] plain = RandomNumberGenerator.GetBytes(150_000);
        using SealedFileReader reader = await ReaderAsync(await SealAsync(plain));

        Gen.Select(Gen.Int[0, 150_100], Gen.Int[0, 70_000]).Sample(
            (start, count) =>
            {
                byte[] buffer = new byte[count];
                reader.Position = start;
                int read = reader.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
                return buffer.AsSpan(0, read).SequenceEqual(plain.AsSpan(Math.Min(start, plain.Length), read))
                    && read == Math.Clamp(plain.Length - start, 0, count);
            },
            threads: 1);
    }

    [Fact]
    public async Task Every_single_flipped_bit_of_a_small_file_is_refused()
    {
        byte[] file = await SealAsync("Ada Example"u8.ToArray());

        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(await OpenAsync(file));
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task A_file_cut_short_at_any_place_is_refused()
    {
        byte[] file = await SealAsync(new byte[131_072]);
        int[] lengths =
        [
            .. Enumerable.Range(0, Header + 40),
            .. Enumerable.Range(Header + Chunk - 20, 40),
            .. Enumerable.Range(file.Length - 40, 40),
        ];

        foreach (int length in lengths)
        {
            Assert.Null(await OpenAsync(file[..length]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(Chunk)]
    public async Task A_file_made_longer_is_refused(int more)
    {
        byte[] full = await SealAsync(new byte[65_536]);
        byte[] part = await SealAsync(new byte[100]);

        Assert.Null(await OpenAsync([.. full, .. new byte[more]]));
        Assert.Null(await OpenAsync([.. part, .. new byte[more]]));
    }

    [Fact]
    public async Task Chunks_that_changed_places_or_come_twice_are_refused()
    {
        byte[] file = await SealAsync(RandomNumberGenerator.GetBytes(65_536 * 3));
        byte[] head = file[..Header];
        byte[] first = file[Header..(Header + Chunk)];
        byte[] second = file[(Header + Chunk)..(Header + (2 * Chunk))];
        byte[] last = file[(Header + (2 * Chunk))..];

        Assert.Null(await OpenAsync([.. head, .. second, .. first, .. last]));
        Assert.Null(await OpenAsync([.. head, .. first, .. first, .. last]));
        Assert.Null(await OpenAsync([.. head, .. first, .. last]));
        Assert.Null(await OpenAsync([.. head, .. first, .. second, .. last, .. last]));
        Assert.NotNull(await OpenAsync([.. head, .. first, .. second, .. last]));
    }

    [Fact]
    public async Task The_header_of_another_file_is_refused()
    {
        byte[] one = await SealAsync("one"u8.ToArray());
        byte[] two = await SealAsync("two"u8.ToArray());

        Assert.Null(await OpenAsync([.. one[..Header], .. two[Header..]]));
    }

    [Theory]
    [MemberData(nameof(Contexts.OneDifference), MemberType = typeof(Contexts))]
    public async Task A_file_does_not_open_under_another_context(string part, SealContext other)
    {
        using MemoryStream file = new();
        await SealedFile.SealAsync(new MemoryStream([1]), file, _key, Contexts.Field, Cancellation);

        SealedFileReader? reader = await SealedFile.TryOpenAsync(file, _key, other, Cancellation);
        Assert.True(reader is null, $"opened with another {part}");
    }

    [Fact]
    public async Task A_file_does_not_open_under_another_key()
    {
        using SealingKey other = SealingKey.New(4);
        using MemoryStream file = new(await SealAsync([1, 2, 3]));

        Assert.Null(await SealedFile.TryOpenAsync(file, other, Context, Cancellation));
        Assert.True(file.CanRead); // stays the caller's
    }

    [Fact]
    public async Task The_generation_is_read_from_the_header()
    {
        byte[] file = await SealAsync([]);

        Assert.True(SealedFile.TryReadGeneration(file, out uint generation));
        Assert.Equal(4u, generation);
        Assert.False(SealedFile.TryReadGeneration(file.AsSpan(0, Header - 1), out _));
    }

    [Fact]
    public async Task A_reader_neither_writes_nor_reads_after_it_is_closed()
    {
        using MemoryStream file = new(await SealAsync([1, 2, 3]));
        SealedFileReader? reader = await SealedFile.TryOpenAsync(file, _key, Context, Cancellation);
        Assert.NotNull(reader);

        Assert.False(reader.CanWrite);
        Assert.Throws<NotSupportedException>(() => reader.Write([1], 0, 1));
        Assert.Throws<NotSupportedException>(() => reader.SetLength(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Seek(-4, SeekOrigin.End));
        await reader.DisposeAsync();

        Assert.False(file.CanRead);
        Assert.False(reader.CanRead);
        Assert.Throws<ObjectDisposedException>(() => reader.ReadByte());
    }

    private static void ReadAtOnce(SealedFileReader reader, byte[] buffer) => reader.ReadExactly(buffer);

    private async Task<byte[]> SealAsync(byte[] plain)
    {
        using MemoryStream file = new();
        await SealedFile.SealAsync(new MemoryStream(plain), file, _key, Context, Cancellation);
        return file.ToArray();
    }

    private async Task<SealedFileReader> ReaderAsync(byte[] file)
    {
        SealedFileReader? reader = await SealedFile.TryOpenAsync(new MemoryStream(file), _key, Context, Cancellation);
        Assert.NotNull(reader);
        return reader;
    }

    /// <summary>The content, or null when opening or reading refuses.</summary>
    private async Task<byte[]?> OpenAsync(byte[] file)
    {
        using SealedFileReader? reader =
            await SealedFile.TryOpenAsync(new MemoryStream(file), _key, Context, Cancellation);
        if (reader is null)
        {
            return null;
        }

        try
        {
            using MemoryStream read = new();
            await reader.CopyToAsync(read, Cancellation);
            return read.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
