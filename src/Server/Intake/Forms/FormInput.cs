using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Reads what a request says of a form; gathers every fault before it refuses. Pure.</summary>
internal sealed class FormInput
{
    private const int LongestSlug = 40;
    private const int MostOrigins = 20;
    private readonly List<FieldFault> _faults = [];

    public string Slug(string untrustedSlug)
    {
        // The staff's page on which forms are written has that name.
        Require("slug", Staff.Slug.IsSlug(untrustedSlug, LongestSlug) && untrustedSlug != "new",
            "The name in the address has 1 to 40 lower-case letters, digits and dashes, a letter first.");
        return untrustedSlug;
    }

    /// <summary>A text of one line, or of several where breaks are allowed.</summary>
    public string Text(
        string field, string subject, string? untrustedText, int least, int most, bool mayBreak = false)
    {
        string text = (untrustedText ?? string.Empty).ReplaceLineEndings("\n").Trim();
        bool fits = text.Length >= least && text.Length <= most
            && !text.Any(character => char.IsControl(character) && !(mayBreak && character is '\n'));
        Require(field, fits, $"{subject} has {least} to {most} characters{(mayBreak ? string.Empty : " on one line")}.");
        return text;
    }

    public IReadOnlyList<string> Origins(IReadOnlyList<string> untrustedOrigins)
    {
        var origins = new List<string>();
        bool fit = untrustedOrigins.Count <= MostOrigins;
        foreach (string untrustedOrigin in untrustedOrigins.Take(MostOrigins))
        {
            if (WebOrigin.TryRead(untrustedOrigin, out string? origin))
            {
                origins.Add(origin);
            }
            else
            {
                fit = false;
            }
        }

        Require("embedOrigins", fit, "Name up to 20 sites such as https://www.example.org, without a path or a star.");
        return [.. origins.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
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
            throw new RefusedException(IntakeRefusals.Invalid, _faults);
        }
    }
}
