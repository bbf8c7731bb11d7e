namespace Strongroom.Server.Tests.Whole;

/// <summary>A folder that is removed with this object.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strongroom-tests-");

    public string FullName => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
