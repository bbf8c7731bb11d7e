using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Finds what is wrong with one field.</summary>
internal static class FaultsExtensions
{
    public static string? Of(this IReadOnlyList<FieldFault> faults, string field) =>
        faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
