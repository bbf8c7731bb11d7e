using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>The page that takes a file in.</summary>
/// <param name="Series">The open series that the visitor is assigned to.</param>
/// <param name="Chosen">The one that is chosen.</param>
/// <param name="Faults">What is to be corrected.</param>
internal sealed record UploadModel(IReadOnlyList<string> Series, string Chosen, IReadOnlyList<FieldFault> Faults)
{
    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
