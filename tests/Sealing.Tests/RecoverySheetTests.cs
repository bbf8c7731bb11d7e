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

    private static string[] Lines(SecretBytes key) =>
        [.. RecoverySheet.Write(key).Select(groups => string.Join(' ', groups))];
}
