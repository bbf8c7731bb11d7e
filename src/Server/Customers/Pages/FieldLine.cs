using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Customers.Pages;

/// <summary>One masked field on a page.</summary>
internal sealed record FieldLine
{
    public required string Kind { get; init; }

    public required string Label { get; init; }

    public required string Masked { get; init; }

    /// <summary><c>personal</c>, <c>sensitive</c> or <c>protected</c>.</summary>
    public required string Sensitivity { get; init; }

    /// <summary>The fields of a customer, in the order of the kinds; kinds that are no longer listed come last.</summary>
    public static IReadOnlyList<FieldLine> Of(MaskedCustomer customer, FieldKinds kinds)
    {
        var order = kinds.All.Select((kind, place) => (kind.Name, place)).ToDictionary(
            pair => pair.Name, pair => pair.place, StringComparer.Ordinal);
        return
        [
            .. customer.Fields.OrderBy(field => order.GetValueOrDefault(field.Key, int.MaxValue)).Select(
                field => new FieldLine
                {
                    Kind = field.Key,
                    Label = kinds.Find(field.Key)?.Label ?? field.Key,
                    Masked = field.Value.Masked,
                    Sensitivity = field.Value.Sensitivity,
                }),
        ];
    }
}
