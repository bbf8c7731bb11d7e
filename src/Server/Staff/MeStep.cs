namespace Strongroom.Server.Staff;

/// <summary>One thing that has to be done before customers can be seen.</summary>
/// <param name="Step"><c>password</c>, <c>second-factor</c>, <c>screening</c> or <c>agreement</c>.</param>
/// <param name="Done">Whether it is.</param>
internal sealed record MeStep(string Step, bool Done);
