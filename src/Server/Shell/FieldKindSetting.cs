namespace Strongroom.Server.Shell;

/// <summary>One field kind of the business's own, as it stands in the configuration.</summary>
/// <param name="Kind">Lower case with dashes.</param>
/// <param name="Label">What people read; the kind where none is given.</param>
/// <param name="Sensitivity"><c>personal</c>, <c>sensitive</c> or <c>protected</c>; <c>sensitive</c> where none is
/// given.</param>
/// <param name="Mask"><c>hidden</c>, <c>initials</c> or <c>last-4</c>; <c>hidden</c> where none is given.</param>
/// <param name="IsIndexed">Whether customers can be found by it.</param>
internal sealed record FieldKindSetting(string Kind, string Label, string Sensitivity, string Mask, bool IsIndexed);
