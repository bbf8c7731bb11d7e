using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Strongroom.Sealing.Tests;

public sealed class RecoverySheetTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void Sheets_are_written_and_read_as_the_format_page_says()
    {
        foreach (JsonElement vector in OwnVectors.Read("recovery-sheet.json").EnumerateArray())
        {
            using SecretBytes key = SecretBytes.TakeFrom(vector.Bytes("key"));
            string[] lines = [.. vector.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!)];

            Assert.Equal(lines, Lines(key));
            Assert.True(RecoverySheet.TryRead(lines, out SecretBytes? read));
            Assert.True(read.Matches(vector.Bytes("key")));
        }
    }

    [Fact]
    public void Every_slip_of_one_character_is_noticed_and_its_line_is_named()
    {
        using SecretBytes key = SecretBytes.Random(32);
        string[] lines = Lines(key);

        for (int line = 0; line < lines.Length; line++)
        {
            for (int at = 0; at < lines[line].Length; at++)
            {
                if (lines[line][at] == ' ')
                {
                    continue;
                }

                foreach (char other in Alphabet.Where(other => other != lines[line][at]))
                {
                    string slipped = lines[line][..at] + other + lines[line][(at + 1)..];
                    Assert.False(RecoverySheet.IsLine(slipped, line + 1));
                    Assert.False(RecoverySheet.TryRead([.. lines[..line], slipped, .. lines[(line + 1)..]], out _));
                }
            }
        }
    }

    [Fact]
    public void Two_characters_or_two_lines_that_changed_places_are_noticed()
    {
        using SecretBytes key = SecretBytes.Random(32);
        string[] lines = Lines(key);

        for (int at = 0; at < 18; at++)
        {
            for (int other = at + 1; other < 19; other++)
            {
                if (lines[0][at] is ' ' || lines[0][other] is ' ')
                {
                    continue; // a character that moves past others changes more than two places
                }

                char[] swapped = lines[0].ToCharArray();
                (swapped[at], swapped[other]) = (swapped[other], swapped[at]);
                Assert.Equal(swapped[at] == swapped[other], RecoverySheet.IsLine(swapped, 1));
            }
        }

        Assert.False(RecoverySheet.TryRead([lines[1], lines[0], lines[2], lines[3]], out _));
        Assert.False(RecoverySheet.IsLine(lines[1], 1));
    }

    [Fact]
    public void Lines_of_two_sheets_do_not_make_a_third()
    {
        string[][] sheets = [.. OwnVectors.Read("recovery-sheet.json").EnumerateArray().Select(vector =>
            vector.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!).ToArray())];

        for (int from = 1; from < 4; from++)
        {
            Assert.False(RecoverySheet.TryRead([.. sheets[1][..from], .. sheets[2][from..]], out _));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0000 0000 0000 0000 0")]
    [InlineData("0000 0000 0000 000U")]
    [InlineData("0000 0000 0000 000é")]
    public void What_is_no_line_is_refused(string line)
    {
        Assert.False(RecoverySheet.IsLine(line, 1));
        Assert.False(RecoverySheet.TryRead([line, line, line, line], out _));
        Assert.False(RecoverySheet.TryRead([line], out _));
    }

    [Fact]
    public void A_line_is_read_as_people_type_it()
    {
        using SecretBytes key = SecretBytes.Random(32);
        string[] typed = [.. Lines(key).Select(line => line.ToLowerInvariant().Replace(' ', '-')
            .Replace('0', 'o').Replace('1', 'l'))];

        Assert.True(RecoverySheet.TryRead(typed, out SecretBytes? read));
        Assert.True(read.Matches(key.Reveal()));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void Only_a_key_of_32_bytes_is_written(int length)
    {
        using SecretBytes key = SecretBytes.Random(length);

        Assert.Throws<ArgumentException>(() => RecoverySheet.Write(key));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_sheet_of_another_version_is_refused_for_its_version_alone(byte version, bool isRead)
    {
        byte[] payload = [version, .. RandomNumberGenerator.GetBytes(32)];
        byte[] checksum = SHA256.HashData([.. "recovery-sheet/v1"u8, .. payload]);

        string[] lines = LinesOf([.. payload, .. checksum[..2]]);

        Assert.Equal(isRead, RecoverySheet.TryRead(lines, out _));
        Assert.All(Enumerable.Range(1, 4), number => Assert.True(RecoverySheet.IsLine(lines[number - 1], number)));
    }

    [Fact]
    public void A_sheet_of_another_checksum_is_refused()
    {
        byte[] payload = [1, .. RandomNumberGenerator.GetBytes(32)];
        byte[] checksum = SHA256.HashData([.. "recovery-sheet/v1"u8, .. payload])[..2];

        Assert.True(RecoverySheet.TryRead(LinesOf([.. payload, .. checksum]), out _));
        for (int bit = 0; bit < 16; bit++)
        {
            checksum[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(RecoverySheet.TryRead(LinesOf([.. payload, .. checksum]), out _));
            checksum[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    /// <summary>The lines of a payload, whatever it says; their check characters are the only ones that fit.</summary>
    private static string[] LinesOf(byte[] payload)
    {
        string bits = string.Concat(payload.Select(value => value.ToString("b8", CultureInfo.InvariantCulture)));
        IEnumerable<char> characters = bits.Chunk(5).Select(five => Alphabet[Convert.ToInt32(new string(five), 2)]);
        IEnumerable<string> lines = characters.Chunk(14).Select((data, line) =>
            (from first in Alphabet
             from second in Alphabet
             let whole = $"{new string(data)}{first}{second}"
             where RecoverySheet.IsLine(whole, line + 1)
             select whole).Single());
        return [.. lines];
    }

    private static string[] Lines(SecretBytes key) =>
        [.. RecoverySheet.Write(key).Select(groups => string.Join(' ', groups))];
}
