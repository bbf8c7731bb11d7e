using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Fields;

/// <summary>Every field kind in use: those built in, then the business's own from the settings.</summary>
internal sealed class FieldKinds
{
    private static readonly IReadOnlyList<FieldKind> BuiltIn =
    [
        new("full-name", "Full name", Sensitivity.Personal, FieldForm.Name, FieldMask.Initials, IndexWidth.Truncated),
        new("postal-address", "Postal address", Sensitivity.Personal, FieldForm.Address, FieldMask.Region,
            IndexWidth.None),
        new("email", "E-mail", Sensitivity.Personal, FieldForm.Email, FieldMask.Email, IndexWidth.Truncated),
        new("phone", "Phone", Sensitivity.Personal, FieldForm.Phone, FieldMask.LastFour, IndexWidth.Truncated),
        // Too few dates for an index of its own: a thief of the index key could try them all.
        new("date-of-birth", "Date of birth", Sensitivity.Sensitive, FieldForm.Date, FieldMask.Year, IndexWidth.None),
        new("us-ssn", "Social security number", Sensitivity.Protected, FieldForm.SocialSecurity, FieldMask.LastFour,
            IndexWidth.Full),
        new("payment-card", "Payment card", Sensitivity.Protected, FieldForm.Card, FieldMask.Card, IndexWidth.Full),
        new("bank-account", "Bank account", Sensitivity.Protected, FieldForm.BankAccount, FieldMask.LastFour,
            IndexWidth.Full),
        new("services-used", "Services used", Sensitivity.Sensitive, FieldForm.Text, FieldMask.None, IndexWidth.None),
        new("note", "Note", Sensitivity.Sensitive, FieldForm.Text, FieldMask.None, IndexWidth.None),
    ];

    private readonly Settings _settings;
    private volatile Kinds _kinds;

    public FieldKinds(Settings settings)
    {
        _settings = settings;
        _kinds = new Kinds(settings.FieldKinds);
    }

    public IReadOnlyList<FieldKind> All => Now.All;

    /// <summary>The names of the fields that have a blind index.</summary>
    public IEnumerable<string> Indexed => All.Where(kind => kind.Index != IndexWidth.None).Select(kind => kind.Name);

    public FieldKind? Find(string name) => Now.ByName.GetValueOrDefault(name);

    /// <summary>The kinds of these names.</summary>
    /// <exception cref="RefusedException">One is not a kind; the answer does not repeat it.</exception>
    public IReadOnlyList<FieldKind> FindAll(IEnumerable<string> untrustedNames) =>
        [.. untrustedNames.Distinct(StringComparer.Ordinal)
        .Select(name => Find(name) ?? throw new RefusedException(
            CustomerRefusals.Invalid, new FieldFault(
                "fields", "One of the names is not a field kind. GET /api/v1/fields lists them.")))];

    // The setup chooses own kinds while the server runs.
    private Kinds Now
    {
        get
        {
            Kinds kinds = _kinds;
            IReadOnlyList<FieldKindSetting> own = _settings.FieldKinds;
            return ReferenceEquals(kinds.Own, own) ? kinds : _kinds = new Kinds(own);
        }
    }

    private static FieldKind Own(FieldKindSetting own) => new(
        own.Kind,
        own.Label,
        Enum.Parse<Sensitivity>(own.Sensitivity, ignoreCase: true),
        FieldForm.Text,
        own.Mask switch
        {
            "initials" => FieldMask.Initials,
            "last-4" => FieldMask.LastFour,
            _ => FieldMask.None,
        },
        own.IsIndexed ? IndexWidth.Truncated : IndexWidth.None);

    /// <summary>The kinds as the settings have them at one moment.</summary>
    private sealed class Kinds
    {
        public Kinds(IReadOnlyList<FieldKindSetting> own)
        {
            Own = own;
            All = [.. BuiltIn, .. own.Select(FieldKinds.Own)];
            ByName = All.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        }

        public IReadOnlyList<FieldKindSetting> Own { get; }

        public IReadOnlyList<FieldKind> All { get; }

        public Dictionary<string, FieldKind> ByName { get; }
    }
}
