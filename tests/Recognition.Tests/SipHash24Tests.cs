using System.Buffers.Binary;
using Strongroom.Recognition.Customers;

namespace Strongroom.Recognition.Tests;

public sealed class SipHash24Tests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 16).Select(value => (byte)value)];

    [Theory] // the reference implementation's table: the input is 00 01 02 … of the given length
    [InlineData(0, "310e0edd47db6f72")]
    [InlineData(1, "fd67dc93c539f874")]
    [InlineData(2, "5a4fa9d909806c0d")]
    [InlineData(3, "2d7efbd796666785")]
    [InlineData(4, "b7877127e09427cf")]
    [InlineData(5, "8da699cd64557618")]
    [InlineData(6, "cee3fe586e46c9cb")]
    [InlineData(7, "37d1018bf50002ab")]
    [InlineData(8, "6224939a79f5f593")]
    [InlineData(15, "e545be4961ca29a1")] // appendix A of the paper
    public void It_gives_the_published_values(int length, string expected)
    {
        byte[] data = [.. Enumerable.Range(0, length).Select(value => (byte)value)];

        ulong hash = SipHash24.Hash(Key, data);

        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, hash);
        Assert.Equal(expected, Convert.ToHexStringLower(bytes));
    }
}
