namespace Strongroom.Server.Compartments;

/// <summary>The fields that one slice searches by; it registers them at the start.</summary>
/// <param name="names">Gives the fields' names; own kinds can join them while the server runs.</param>
internal sealed class IndexedFields(Func<IReadOnlyList<string>> names)
{
    public IReadOnlyList<string> Names => names();
}
