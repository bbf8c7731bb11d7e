using System.Runtime.InteropServices;
using Strongroom.Cli.Serving;

namespace Strongroom.Cli.Doctor;

/// <summary>Looks at the programs of this machine.</summary>
internal static class MachineChecks
{
    private const string Tesseract = "tesseract";

    public static IEnumerable<Check> Run(Surroundings surroundings)
    {
        yield return Environment.Version.Major >= 10
            ? Check.Good("runtime", RuntimeInformation.FrameworkDescription)
            : Check.Bad("runtime", RuntimeInformation.FrameworkDescription + "; .NET 10 is needed");
        yield return Server();
        string? found = surroundings.ProgramFolders.Select(folder => Path.Combine(folder, Tesseract)).FirstOrDefault(
            File.Exists);
        yield return found is not null
            ? Check.Good(Tesseract, found)
            : Check.Warning(
                Tesseract, "not there; a later version needs it for scanned documents: apt-get install tesseract-ocr");
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
