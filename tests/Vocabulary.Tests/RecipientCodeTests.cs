using System.Text.Json;

namespace Strongroom.Vocabulary.Tests;

public sealed class RecipientCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string[] Samples =
        ["R7Q4M2KTD9RWXKS", .. new string[7].Select(_ => Bare(RecipientCode.New()))];

    [Fact]
    public void Codes_are_read_and_refused_as_the_format_page_says()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "vectors", "recipient-code.json");
        JsonElement vectors = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;

        foreach (JsonElement code in vectors.GetProperty("codes").EnumerateArray())
        {
            Assert.Equal(code.GetString(), RecipientCode.Parse(code.GetString()!).ToString());
        }

        foreach (JsonProperty accepted in vectors.GetProperty("accepted").EnumerateObject())
        {
            Assert.Equal(accepted.Value.GetString(), RecipientCode.Parse(accepted.Name).ToString());
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
        for (int i = 0; i < 10_000; i++)
        {
            var code = RecipientCode.New();

            Assert.Equal(code, RecipientCode.Parse(code.ToString()));
            Assert.Equal(RecipientCode.TextLength, code.ToString().Length);
            Assert.True(seen.Add(code.ToString()));
        }
    }

    [Fact]
    public void No_code_of_one_sort_is_one_of_the_other_with_or_without_its_first_letter()
    {
        for (int i = 0; i < 10_000; i++)
        {
            string recipients = RecipientCode.New().ToString();
            string customers = CustomerCode.New().ToString();

            Assert.False(CustomerCode.TryParse(recipients, null, out _));
            Assert.False(CustomerCode.TryParse(recipients[2..], null, out _));
            Assert.False(IsCode(customers));
            Assert.False(IsCode("R-" + customers));
        }
    }

    [Fact]
    public void One_wrong_character_or_one_swap_makes_neither_another_code_nor_a_customers()
    {
        foreach (string slip in Samples.SelectMany(code => Slips(code[1..])))
        {
            Assert.False(IsCode("R" + slip), slip);
            Assert.False(CustomerCode.TryParse(slip, null, out _), slip);
        }
    }

    [Fact]
    public void A_text_that_is_no_code_is_refused_without_repeating_it()
    {
        Assert.False(RecipientCode.TryParse(null, null, out _));
        FormatException exception = Assert.Throws<FormatException>(() => RecipientCode.Parse("Ada Example"));
        Assert.DoesNotContain("Ada", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Slips(string code)
    {
        for (int at = 0; at < code.Length; at++)
        {
            foreach (char other in Alphabet.Where(other => other != code[at]))
            {
                yield return With(code, at, other);
            }

            for (int second = at + 1; second < code.Length; second++)
            {
                if (code[at] != code[second])
                {
                    yield return With(With(code, at, code[second]), second, code[at]);
                }
            }
        }
    }

    private static string Bare(RecipientCode code) => code.ToString().Replace("-", "", StringComparison.Ordinal);

    private static string With(string code, int at, char character) => code[..at] + character + code[(at + 1)..];

    private static bool IsCode(string text) => RecipientCode.TryParse(text, null, out _);
}
