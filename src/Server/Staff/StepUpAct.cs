using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// The one act that a step-up is given for: what, on whom, which fields, why. A passkey signs its hash;
/// <c>docs/formats/passkey.md</c> has the bytes. Pure.
/// </summary>
internal sealed record StepUpAct
{
    /// <summary>Whatever asks for a step-up, for some minutes: what pages and codes of an authenticator are for.</summary>
    public const string General = "general";

    /// <summary>Handing out fields of a customer.</summary>
    public const string Reveal = "reveal";

    public const int NonceBytes = 32;
    private const string ActLabel = "act/v1";
    private const string ChallengeLabel = "step-up/v1";
    private const int LongestName = 64;
    private const int MostKinds = 50;

    public required string Name { get; init; }

    public CustomerCode? Customer { get; init; }

    /// <summary>Field kinds in the order of their text.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public string? Purpose { get; init; }

    /// <summary>The hash that the session carries and the rule compares; null for what is not bound to one act.</summary>
    public string? Mark => Name is General ? null : Convert.ToHexStringLower(Hash());

    public static StepUpAct OfReveal(CustomerCode customer, IReadOnlyList<string> kinds, string? purpose) => new()
    {
        Name = Reveal,
        Customer = customer,
        Kinds = [.. kinds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Purpose = purpose,
    };

    public static bool TryRead(StepUpActRequest? untrusted, [NotNullWhen(true)] out StepUpAct? act)
    {
        act = untrusted is null ? new StepUpAct { Name = General } : Read(untrusted);
        return act is not null;
    }

    /// <summary>SHA-256 over label, name, customer's code, kinds and purpose, each after its length (u32).</summary>
    public byte[] Hash() => HashedParts.Of(
        Encoding.ASCII.GetBytes(ActLabel),
        Encoding.UTF8.GetBytes(Name),
        Encoding.ASCII.GetBytes(Customer?.ToString() ?? string.Empty),
        Encoding.UTF8.GetBytes(string.Join(',', Kinds)),
        Encoding.UTF8.GetBytes(Purpose ?? string.Empty));

    /// <summary>What the passkey signs: the act, by whom, and a nonce.</summary>
    public byte[] Challenge(StaffId staff, ReadOnlySpan<byte> nonce)
    {
        byte[] id = new byte[IIdentifier.Size];
        staff.CopyTo(id);
        return HashedParts.Of(Encoding.ASCII.GetBytes(ChallengeLabel), Hash(), id, nonce.ToArray());
    }

    private static StepUpAct? Read(StepUpActRequest untrusted)
    {
        IReadOnlyList<string> kinds = untrusted.Fields ?? [];
        CustomerCode? customer = null;
        IEnumerable<string> slugs = [untrusted.Name, untrusted.Purpose ?? Reveal, .. kinds];
        bool fits = kinds.Count <= MostKinds && slugs.All(slug => Slug.IsSlug(slug, LongestName))
            && (untrusted.Customer is null || CustomerCode.TryParse(untrusted.Customer, null, out customer));
        return untrusted.Name switch
        {
            Reveal when fits && customer is not null => OfReveal(customer, kinds, untrusted.Purpose),
            not Reveal when fits => new StepUpAct { Name = untrusted.Name },
            _ => null,
        };
    }
}
