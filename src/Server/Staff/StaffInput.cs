using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Reads what requests say of people; gathers every fault before it refuses. Pure.</summary>
internal sealed class StaffInput
{
    public const int LongestName = 120;
    private const int LongestItem = 200;
    private const int MostItems = 20;
    private const int LongestSeries = 40;
    private const int MostSeries = 200;
    private readonly List<FieldFault> _faults = [];

    public string Email(string untrustedEmail)
    {
        if (EmailText.TryNormalise(untrustedEmail, out string? email))
        {
            return email;
        }

        _faults.Add(new FieldFault("email", "A work e-mail address."));
        return string.Empty;
    }

    public string Text(string field, string untrustedText, int most)
    {
        string text = untrustedText.Trim().Normalize();
        if (text.Length == 0 || text.Length > most || text.Any(char.IsControl))
        {
            _faults.Add(new FieldFault(field, $"1 to {most} characters on one line."));
        }

        return text;
    }

    public IReadOnlyList<Role> Roles(IReadOnlyList<string> untrustedRoles)
    {
        if (RoleNames.TryParse(untrustedRoles, out IReadOnlyList<Role>? roles) && roles.Count > 0)
        {
            return roles;
        }

        _faults.Add(new FieldFault(
            "roles", "One or more of owner, security-officer, case-handler, records-clerk, front-desk, auditor; each once."));
        return [];
    }

    public IReadOnlyList<string> Series(IReadOnlyList<string> untrustedSeries)
    {
        if (untrustedSeries.Count > MostSeries || !untrustedSeries.All(name => Slug.IsSlug(name, LongestSeries)))
        {
            _faults.Add(
                new FieldFault("series", "Names of compartment series: lower-case letters, digits and dashes."));
        }

        return untrustedSeries;
    }

    /// <summary>Screening items: each once, each one line.</summary>
    public IReadOnlyList<string> Items(string field, IReadOnlyList<string> untrustedItems)
    {
        Require(field, untrustedItems.Count <= MostItems, "Twenty items at most.");
        return [.. untrustedItems.Take(MostItems).Select(item => Text(field, item, LongestItem))
            .Distinct(StringComparer.Ordinal)];
    }

    public void Password(string password, params ReadOnlySpan<string> ownWords)
    {
        if (PasswordRules.Check(password, ownWords) is { } fault)
        {
            _faults.Add(new FieldFault("password", fault));
        }
    }

    public void Require(string field, bool isTrue, string sentence)
    {
        if (!isTrue)
        {
            _faults.Add(new FieldFault(field, sentence));
        }
    }

    /// <exception cref="RefusedException">Something did not fit; every fault is named.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new RefusedException(StaffRefusals.Invalid, _faults);
        }
    }
}
