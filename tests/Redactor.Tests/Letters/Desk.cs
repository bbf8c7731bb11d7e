using Strongroom.Recognition.Customers;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>Redacts as a clerk does who takes every proposal: find, match the register, apply, match the copy once more.</summary>
internal sealed class Desk : IDisposable
{
    private readonly CustomerRegister _register = new(new byte[16]);
    private readonly Dictionary<CustomerId, InventedCustomer> _customers = [];

    public Desk(params IEnumerable<InventedCustomer> customers)
    {
        foreach (InventedCustomer customer in customers)
        {
            var id = CustomerId.New();
            _customers.Add(id, customer);
            foreach ((string kind, string value) in customer.Fields)
            {
                _register.Add(id, kind, value);
            }
        }
    }

    /// <summary>Who answers requests; another process in some tests.</summary>
    public Func<RedactorRequest, RedactorAnswer> Ask { get; init; } = AnswerRequest.Run;

    public void Dispose() => _register.Dispose();

    /// <summary>The copy, which must be one.</summary>
    public async Task<RedactedAnswer> RedactAsync(byte[] document)
    {
        RedactorAnswer answer = await TryRedactAsync(document);
        string why = answer is RefusedAnswer refused ? $"{refused.Code}: {string.Join("; ", refused.Places)}" : "a copy";
        Assert.True(answer is RedactedAnswer, why);
        return (RedactedAnswer)answer;
    }

    /// <summary>The copy, or why there is none.</summary>
    public async Task<RedactorAnswer> TryRedactAsync(byte[] document)
    {
        RedactorRequest request = Request(document);
        if (Ask(request) is not FoundAnswer found)
        {
            return Ask(request);
        }

        IReadOnlyList<Finding> findings = await MatchAsync(found.Text, found.Findings);
        RedactorAnswer answer = Ask(request with
        {
            Act = RedactorAct.Apply,
            Boxes = [.. findings.Select(RedactionBox.From)],
            TakesLateFindings = true,
        });
        return answer is RedactedAnswer redacted && (await MatchAsync(redacted.Text, [])).Count > 0
            ? new RefusedAnswer(PaperRefusals.ProofFailed.Code, ["the register"])
            : answer;
    }

    /// <summary>What is found in a document.</summary>
    public static FoundAnswer Find(byte[] document) => Assert.IsType<FoundAnswer>(AnswerRequest.Run(Request(document)));

    /// <summary>A request to find.</summary>
    public static RedactorRequest Request(byte[] document) => new()
    {
        Act = RedactorAct.Find,
        Format = PaperFormat.Pdf,
        Document = document,
        MayRunUnsandboxed = true,
    };

    private Task<IReadOnlyList<Finding>> MatchAsync(DocumentText text, IReadOnlyList<Finding> patterns) =>
        new CustomerMatcher(_register, Confirm).MatchAsync(text, patterns, TestContext.Current.CancellationToken);

    private ValueTask<CustomerCode?> Confirm(CustomerId candidate, string kind, string found, CancellationToken cancellation)
    {
        InventedCustomer customer = _customers[candidate];
        bool agrees = customer.Fields.Any(field =>
            field.Kind == kind && CustomerVariants.Agrees(kind, field.Value, found));
        return ValueTask.FromResult(agrees ? customer.Code : null);
    }
}
