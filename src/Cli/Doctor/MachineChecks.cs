using System.Runtime.InteropServices;
using Strongroom.Cli.Serving;

namespace Strongroom.Cli.Doctor;

/// <summary>Looks at the programs of this machine.</summary>
internal static class MachineChecks
{
    private static readonly (string Program, string Package, string Feature)[] Tools =
    [
        ("bwrap", "bubblewrap", "the sandbox for documents"),
        ("pdftoppm", "poppler-utils", "PDF documents"),
        ("tesseract", "tesseract-ocr", "scanned documents"),
    ];

    public static IEnumerable<Check> Run(Surroundings surroundings)
    {
        yield return Environment.Version.Major >= 10
            ? Check.Good("runtime", RuntimeInformation.FrameworkDescription)
            : Check.Bad("runtime", RuntimeInformation.FrameworkDescription + "; .NET 10 is needed");
        yield return Server();
        foreach ((string program, string package, string feature) in Tools)
        {
            string? found = surroundings.ProgramFolders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(
                File.Exists);
            yield return found is not null
                ? Check.Good(program, found)
                : Check.Warning(
                    program, $"not there; a later version needs it for {feature}: apt-get install {package}");
        }
    }

    private static Check Server()
    {
        try
        {
            var program = ServerProgram.Find();
            return Check.Good("server program", program.Leading.Count > 0 ? program.Leading[0] : program.File);
        }
        catch (StoppedException missing)
        {
            return Check.Bad("server program", $"{missing.Message}; {missing.Hint}");
        }
    }
}
