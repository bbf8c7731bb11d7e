using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers;

/// <summary>A field as everybody assigned sees it.</summary>
/// <param name="Masked">What shows.</param>
/// <param name="Sensitivity">What a reveal asks for: <c>personal</c>, <c>sensitive</c>, <c>protected</c>.</param>
/// <param name="Version">How often it was set; above 1, earlier values are kept sealed.</param>
internal sealed record MaskedField(string Masked, string Sensitivity, long Version)
{
    public static string Word(Sensitivity sensitivity) => sensitivity switch
    {
        Vocabulary.Sensitivity.Personal => "personal",
        Vocabulary.Sensitivity.Sensitive => "sensitive",
        _ => "protected",
    };
}
