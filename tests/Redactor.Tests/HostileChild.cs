using Strongroom.Redactor.Children;

namespace Strongroom.Redactor.Tests;

/// <summary>A script in the place of the child's program: what a document that has taken it over might do.</summary>
internal sealed class HostileChild : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strongroom-child-");

    public HostileChild(string script)
    {
        Keep("Strongroom.Redactor", System.Text.Encoding.UTF8.GetBytes("#!/bin/sh\n" + script + "\n"));
        File.SetUnixFileMode(
            Path.Combine(_folder.FullName, "Strongroom.Redactor"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public Sandbox Sandbox => new()
    {
        Folder = _folder.FullName,
        Limits = new ChildLimits { Time = TimeSpan.FromSeconds(2) },
    };

    /// <summary>Puts a file beside the script.</summary>
    public void Keep(string name, byte[] content) =>
        File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);

    public void Dispose() => _folder.Delete(recursive: true);
}
