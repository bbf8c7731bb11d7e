namespace Strongroom.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How it came out.</param>
/// <param name="Found">What was found, and where it is not good, what to do.</param>
internal sealed record Check(string Name, CheckState State, string Found)
{
    public static Check Good(string name, string found) => new(name, CheckState.Good, found);

    public static Check Warning(string name, string found) => new(name, CheckState.Warning, found);

    public static Check Bad(string name, string found) => new(name, CheckState.Bad, found);
}
