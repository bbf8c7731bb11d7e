using System.Globalization;
using System.Text;
using Strongroom.Recognition;
using Strongroom.Recognition.Customers;
using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class LetterTests
{
    private static readonly string[] Given =
        ["Ada", "Grace", "Zoë", "Jean-Luc", "Mary Ann", "Oluwaseun", "Li", "Søren", "Björk", "Amélie"];
    private static readonly string[] Family =
        ["Example", "Sample-Jones", "O'Placeholder", "van der Muster", "Müllermuster", "Ficción", "Nobodý", "Testworth",
            "Inventsen", "Mockridge"];

    [Fact]
    public async Task Nothing_of_ten_thousand_letters_survives()
    {
        using var register = new CustomerRegister(new byte[16]);
        var customers = new Dictionary<CustomerId, (CustomerCode Code, string Name)>();
        foreach (string name in Given.SelectMany(given => Family.Select(family => given + " " + family)))
        {
            var id = CustomerId.New();
            customers.Add(id, (CustomerCode.New(), name));
            register.Add(id, "full-name", name);
        }

        var matcher = new CustomerMatcher(register, (id, kind, found, _) => ValueTask.FromResult(
            CustomerVariants.Agrees(kind, customers[id].Name, found) ? customers[id].Code : null));
        string[] names = [.. customers.Values.Select(customer => customer.Name)];
        for (int letter = 0; letter < 10_000; letter++)
        {
            (string text, string[] values) = Write(letter, names[letter * 7 % names.Length]);
            DocumentText document = DocumentText.Plain(text);

            IReadOnlyList<Finding> findings =
                await matcher.MatchAsync(document, PatternFinder.Find(document), TestContext.Current.CancellationToken);
            RedactorAnswer answer = AnswerRequest.Run(new RedactorRequest
            {
                Act = RedactorAct.Apply,
                Format = PaperFormat.PlainText,
                Document = Encoding.UTF8.GetBytes(text),
                Boxes = [.. findings.Select(RedactionBox.From)],
                TakesLateFindings = true,
            });

            string refused = answer is RefusedAnswer why ? string.Join("; ", why.Places) + "\n" + text : string.Empty;
            Assert.True(answer is RedactedAnswer, refused);
            string copy = ComparableText.Fold(Encoding.UTF8.GetString(((RedactedAnswer)answer).Copy.Span));
            Assert.All(values, value =>
                Assert.DoesNotContain(ComparableText.Fold(value), copy, StringComparison.Ordinal));
        }
    }

    /// <summary>A letter with a name in some variant and five numbers in some writing.</summary>
    private static (string Text, string[] Values) Write(int number, string name)
    {
        string[] words = name.Split(' ');
        string family = string.Join(' ', words[(words[0] is "Mary" ? 2 : 1)..]);
        string given = name[..(name.Length - family.Length - 1)];
        string[] forms =
        [
            name, name.ToUpperInvariant(), name.ToLowerInvariant(), $"{family}, {given}", $"{given[0]}. {family}",
            $"{given}\n{family}", $"{given}\u00A0{family}", $"{given[..2]}\u00AD{given[2..]} {family}",
        ];
        string form = forms[number % forms.Length];
        string ssn = string.Create(CultureInfo.InvariantCulture,
            $"{100 + (number % 500):D3}-{1 + (number % 99):D2}-{1 + (number % 9999):D4}").Replace(
                '-', number % 2 == 0 ? '-' : ' ');
        string card = Card(number);
        string phone = string.Create(
            CultureInfo.InvariantCulture, $"({212 + (number % 50)}) 555-{1000 + (number % 9000):D4}");
        string account = (30_000_000 + (number * 17)).ToString(CultureInfo.InvariantCulture);
        string email = string.Create(CultureInfo.InvariantCulture, $"reader{number}@mail.example.org");
        string text = $"Dear {form},\n\nyour number {ssn} is on file with card {card}.\nAccount number: {account}. "
            + $"Mrs. {family}'s phone is {phone}, her mail {email}.\n\nYours,\nthe clerk\n";
        return (text, [form, ssn, card, phone, account, email, family]);
    }

    private static string Card(int number)
    {
        string body = "411111" + number.ToString("D9", CultureInfo.InvariantCulture);
        int sum = 0;
        for (int i = 0; i < body.Length; i++)
        {
            int digit = body[i] - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        string card = body + (char)('0' + ((10 - (sum % 10)) % 10));
        return number % 2 == 0 ? card : string.Join(
            number % 3 == 0 ? "-" : " ", card.Chunk(4).Select(group => new string(group)));
    }
}
