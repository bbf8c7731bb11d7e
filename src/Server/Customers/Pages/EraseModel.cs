using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The question before a customer is erased.</summary>
/// <param name="Customer">Who it is about.</param>
internal sealed record EraseModel(CustomerModel Customer)
{
    public string Reason { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
