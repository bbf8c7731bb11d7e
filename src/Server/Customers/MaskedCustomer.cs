using Strongroom.Server.Customers.Fields;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>A customer with every field masked.</summary>
internal sealed record MaskedCustomer
{
    public required CustomerCode Code { get; init; }

    public required string Compartment { get; init; }

    public required IReadOnlyDictionary<string, MaskedField> Fields { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Since when it is in the trash; absent while it is not.</summary>
    public DateTimeOffset? TrashedAt { get; init; }

    /// <summary>Since when a hold forbids erasing; absent where none does.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    public static MaskedCustomer Of(CustomerCode code, string compartment, CustomerCard card, FieldKinds kinds) => new()
    {
        Code = code,
        Compartment = compartment,
        CreatedAt = card.CreatedAt,
        ChangedAt = card.ChangedAt,
        TrashedAt = card.TrashedAt,
        HeldAt = card.Hold?.At,
        Fields = card.Fields.ToDictionary(
            field => field.Key,
            // A kind that the settings no longer list is treated as the most sensitive there is.
            field => new MaskedField(
                field.Value.Masked, MaskedField.Word(
                    kinds.Find(field.Key)?.Sensitivity ?? Sensitivity.Protected), field.Value.Version),
            StringComparer.Ordinal),
    };
}
