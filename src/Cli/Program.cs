using System.CommandLine;
using Strongroom.Cli.LocalTools;

var root = new RootCommand("Strongroom keeps customers' confidences")
{
    FindCommand.Create(),
    RedactCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
