using Strongroom.Server.Agreements;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>A claim whose every field fits.</summary>
internal sealed record ClaimTerms
{
    public const int LongestBusiness = 120;

    public required string Business { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required PersonalText Password { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The owner's id; the first run has shown things that are bound to it.</summary>
    public StaffId Owner { get; init; } = StaffId.New();

    public byte[] FactorSalt { get; init; } = SecondFactor.NewSalt();

    /// <summary>The time step whose code was used already.</summary>
    public long FactorStep { get; init; }

    public IReadOnlyList<string> RecoveryCodes { get; init; } = SecondFactor.NewRecoveryCodes();

    public override string ToString() => nameof(ClaimTerms);

    /// <exception cref="RefusedException">Something does not fit; every fault is named.</exception>
    public static ClaimTerms Read(ClaimRequest request)
    {
        var input = new StaffInput();
        string business = input.Text("business", request.Business, LongestBusiness);
        string name = input.Text("name", request.Name, StaffInput.LongestName);
        string email = input.Email(request.Email);
        IReadOnlyList<Role> roles = input.Roles(["owner", .. request.Roles ?? []]);
        input.Require(
            "roles", roles.All(role => role is Role.Owner or Role.CaseHandler or Role.SecurityOfficer),
            "case-handler or security-officer.");
        IReadOnlyList<string> series = input.Series(request.Series ?? []);
        input.Password(request.Password.Reveal(), email, name, business);
        input.Require("attestation", request.Attestation, "True: nobody else can vouch for the first person.");
        input.Require("agreement", request.Agreement, "True, once the agreement is read.");
        string hash = Convert.ToHexStringLower(CanonicalText.Hash(CanonicalText.Default));
        bool isRead = string.Equals(request.AgreementSha256, hash, StringComparison.OrdinalIgnoreCase);
        input.Require("agreementSha256", isRead, "The hash that GET /api/v1/setup gives with the text.");
        input.ThrowIfFaulty();
        return new ClaimTerms
        {
            Business = business,
            Name = name,
            Email = email,
            Password = request.Password,
            Roles = roles,
            Series = series,
        };
    }
}
