using Strongroom.Server.Shell;

namespace Strongroom.Server.Setup;

/// <summary>What a trade begins with: field kinds of its own beside those built in, and its purposes.</summary>
/// <param name="Id">Lower case with dashes.</param>
/// <param name="Label">What people read.</param>
/// <param name="Series">A name for the first compartment.</param>
/// <param name="Kinds">The trade's own field kinds.</param>
/// <param name="Purposes">Why fields are revealed there; they take the place of the built-in ones.</param>
internal sealed record TradeTemplate(
    string Id, string Label, string Series, IReadOnlyList<FieldKindSetting> Kinds,
    IReadOnlyList<PurposeSetting> Purposes);
