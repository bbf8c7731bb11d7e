using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Fields;

/// <summary>The type of a piece of customer data.</summary>
/// <param name="Name">Lower case with dashes, as the API spells it.</param>
/// <param name="Label">What people read.</param>
/// <param name="Sensitivity">What a reveal asks for.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Mask">What shows while it is masked.</param>
/// <param name="Index">How customers are found by it.</param>
internal sealed record FieldKind(
    string Name, string Label, Sensitivity Sensitivity, FieldForm Form, FieldMask Mask, IndexWidth Index);
