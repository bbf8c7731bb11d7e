using System.CommandLine;

namespace Strongroom.Cli.LocalTools;

/// <summary>The option of the tools that read PDF.</summary>
internal static class Unsandboxed
{
    public static readonly Option<bool> Option = new("--unsandboxed")
    {
        Description = "read a PDF also where the sandbox does not start; a hostile one then reaches what you can reach",
    };
}
