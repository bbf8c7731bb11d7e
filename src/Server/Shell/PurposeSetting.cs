namespace Strongroom.Server.Shell;

/// <summary>One purpose of the list that a reveal chooses from.</summary>
/// <param name="Id">Lower case with dashes; stands in the audit log.</param>
/// <param name="Label">What people read.</param>
internal sealed record PurposeSetting(string Id, string Label);
