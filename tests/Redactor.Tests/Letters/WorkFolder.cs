namespace Strongroom.Redactor.Tests.Letters;

/// <summary>A folder for the files of one test.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strongroom-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes a file and gives back where it is.</summary>
    public string Write(string name, byte[] bytes)
    {
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
