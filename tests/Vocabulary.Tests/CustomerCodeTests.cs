using System.Text.Json;
using CsCheck;

namespace Strongroom.Vocabulary.Tests;

public sealed class CustomerCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string[] Samples =
        ["7Q4M2KTD9RWXJV", .. new string[7].Select(_ => Bare(CustomerCode.New()))];

    [Fact]
    public void The_published_example_is_a_code() =>
        Assert.Equal("7Q4M-2KTD-9RWX-JV", CustomerCode.Parse("7q4m2ktd 9rwx jv").ToString());

    [Fact]
    public void Codes_are_read_and_refused_as_the_format_page_says()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "vectors", "customer-code.json");
        JsonElement vectors = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;

        foreach (JsonElement code in vectors.GetProperty("codes").EnumerateArray())
        {
            Assert.Equal(code.GetString(), CustomerCode.Parse(code.GetString()!).ToString());
        }

        foreach (JsonProperty accepted in vectors.GetProperty("accepted").EnumerateObject())
        {
            Assert.Equal(accepted.Value.GetString(), CustomerCode.Parse(accepted.Name).ToString());
        }

        foreach (JsonElement refused in vectors.GetProperty("refused").EnumerateArray())
        {
            Assert.False(IsCode(refused.GetString()!), refused.GetString());
        }
    }

    [Fact]
    public void Drawn_codes_read_back_and_do_not_repeat()
    {
        HashSet<string> seen = [];

        Gen.Const(0).Sample(
            _ =>
            {
                CustomerCode code = CustomerCode.New();
                return CustomerCode.Parse(code.ToString()) == code
                    && code.ToString().Length == CustomerCode.TextLength
                    && seen.Add(code.ToString());
            },
            iter: 10_000,
            threads: 1);
    }

    [Fact]
    public void Every_single_wrong_character_is_refused()
    {
        foreach (string code in Samples)
        {
            for (int at = 0; at < code.Length; at++)
            {
                foreach (char other in Alphabet.Where(other => other != code[at]))
                {
                    Assert.False(IsCode(With(code, at, other)), $"{code} with {other} at {at}");
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_characters_is_refused()
    {
        foreach (string code in Samples)
        {
            for (int one = 0; one < code.Length; one++)
            {
                for (int other = one + 1; other < code.Length; other++)
                {
                    bool isSame = code[one] == code[other];
                    string swapped = With(With(code, one, code[other]), other, code[one]);
                    Assert.Equal(isSame, IsCode(swapped));
                }
            }
        }
    }

    [Fact]
    public void Every_two_wrong_characters_are_refused()
    {
        int count = 0;
        foreach (string code in Samples)
        {
            for (int one = 0; one < code.Length; one++)
            {
                for (int other = one + 1; other < code.Length; other++)
                {
                    count += CountDoubleErrors(code, one, other);
                }
            }
        }

        Assert.Equal(Samples.Length * (14 * 13 / 2) * 31 * 31, count);
    }

    [Fact]
    public void A_character_too_few_or_too_many_is_refused()
    {
        foreach (string code in Samples)
        {
            Assert.False(IsCode(code[1..]));
            Assert.False(IsCode(code[..^1]));
            Assert.False(IsCode(code + "0"));
            Assert.False(IsCode("0" + code));
        }
    }

    [Fact]
    public void A_text_that_is_no_code_is_refused_without_repeating_it()
    {
        Assert.False(CustomerCode.TryParse(null, null, out _));
        FormatException exception = Assert.Throws<FormatException>(() => CustomerCode.Parse("Ada Example"));
        Assert.DoesNotContain("Ada", exception.Message, StringComparison.Ordinal);
    }

    private static int CountDoubleErrors(string code, int one, int other)
    {
        int count = 0;
        foreach (char first in Alphabet.Where(first => first != code[one]))
        {
            string once = With(code, one, first);
            foreach (char second in Alphabet.Where(second => second != code[other]))
            {
                Assert.False(IsCode(With(once, other, second)), $"{code}: {first} at {one}, {second} at {other}");
                count++;
            }
        }

        return count;
    }

    private static string Bare(CustomerCode code) => code.ToString().Replace("-", "", StringComparison.Ordinal);

    private static string With(string code, int at, char character) =>
        string.Create(code.Length, (code, at, character), static (text, change) =>
        {
            change.code.CopyTo(text);
            text[change.at] = change.character;
        });

    private static bool IsCode(string text) => CustomerCode.TryParse(text, null, out _);
}
