using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Customers;

/// <summary>
/// Finds registered customers in a document, in every variant of their names and identifiers, and gives each finding
/// the customer's code as its label. The register only points to candidates; each is confirmed by the caller.
/// </summary>
/// <param name="register">The customers.</param>
/// <param name="confirm">Opens a candidate and compares.</param>
public sealed class CustomerMatcher(CustomerRegister register, ConfirmCustomer confirm)
{
    private const string RecognizerName = "customer-register";

    /// <summary>Adds registered customers to what patterns found.</summary>
    /// <param name="document">The document's text.</param>
    /// <param name="patterns">What <see cref="PatternFinder"/> found in it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>All findings, sorted, not overlapping.</returns>
    public async Task<IReadOnlyList<Finding>> MatchAsync(
        DocumentText document, IReadOnlyList<Finding> patterns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(patterns);
        IReadOnlyList<RegisterSighting> hits = [];
        register.Search(() => hits = new RegisterScan(register).Find(document, patterns));
        var confirmed = new Dictionary<CustomerId, CustomerCode>();
        var findings = new Dictionary<TextRange, Finding>();
        foreach (RegisterSighting hit in hits.OrderBy(hit => hit.IsPart))
        {
            CustomerCode? code = hit.IsPart
                ? confirmed.GetValueOrDefault(hit.Customer)
                : await ConfirmAsync(document, hit, cancellation).ConfigureAwait(false);
            if (code is not null)
            {
                confirmed[hit.Customer] = code;
                Add(findings, hit, code.ToString());
            }
        }

        return FindingResolver.Resolve(patterns.Concat(findings.Values));
    }

    private ValueTask<CustomerCode?> ConfirmAsync(
        DocumentText document, RegisterSighting hit, CancellationToken cancellation)
    {
        string found = document.Segments[hit.Segment].Text[hit.Start..hit.End];
        return confirm(hit.Customer, hit.FieldKind, found, cancellation);
    }

    /// <summary>Two customers of the same name at one place: it is removed, but under neither code.</summary>
    private static void Add(Dictionary<TextRange, Finding> findings, RegisterSighting hit, string code)
    {
        var range = new TextRange(hit.Segment, hit.Start, hit.End);
        Finding finding = ToFinding(hit, code);
        bool isShared = findings.TryGetValue(range, out Finding? other)
            && !string.Equals(other.Label, code, StringComparison.Ordinal);
        findings[range] = isShared ? finding with { Label = null } : finding;
    }

    private static Finding ToFinding(RegisterSighting hit, string code) => new()
    {
        Kind = CustomerVariants.FindingKindOf(hit.FieldKind)!,
        Segment = hit.Segment,
        Start = hit.Start,
        End = hit.End,
        Likelihood = hit.IsPart ? 3 : hit.Strength == VariantStrength.Full ? 5 : 4,
        Recognizer = RecognizerName,
        Reason = hit.IsPart ? "part of a registered customer's name" : "registered customer",
        Label = code,
    };
}
