using System.CommandLine;
using System.CommandLine.Help;

namespace Strongroom.Cli;

/// <summary>The whole tree of nouns and verbs.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        ParseResult parsed = Tree().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample)
        {
            // The parser's sentences repeat what was typed, which may be a secret in the wrong place; unknown words are named all the same.
            return Outcome.Say(ExitCodes.Usage, Sentence(parsed), $"{Path(parsed.CommandResult.Command, parsed)} --help");
        }

        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(invocation, cancellation);
    }

    public static RootCommand Tree()
    {
        var root = new RootCommand("Strongroom keeps customers' confidences.")
        {
            Serving.Serve.Declare(),
            Setup.ClaimServer.Declare(),
            Demo.RunDemo.Declare(),
            Doctor.RunDoctor.Declare(),
            Serving.ShowVersion.Declare(),
            LocalTools.FindCommand.Declare(),
            LocalTools.RedactCommand.Declare(),
            Sessions.SignIn.Declare(),
            Sessions.StepUp.Declare(),
            Sessions.SignOut.Declare(),
        };
        foreach (Command noun in Nouns())
        {
            root.Subcommands.Add(noun);
        }

        foreach (Option option in root.Options.OfType<VersionOption>().ToList())
        {
            root.Options.Remove(option);
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    private static IEnumerable<Command> Nouns() =>
    [
        Noun("customer", "Customers: register, find, show masked, reveal, correct.",
            Customers.CreateCustomer.Declare(), Customers.ShowCustomer.Declare(), Customers.ListCustomers.Declare(),
            Customers.FindCustomers.Declare(), Customers.RevealFields.Declare(), Customers.UpdateCustomer.Declare(),
            Customers.TrashCustomer.Declare(), Customers.RestoreCustomer.Declare()),
        Noun("import", "Customers from a CSV file.", Imports.ImportVerbs.Check(), Imports.ImportVerbs.Run()),
        Noun("compartment", "Compartments: one database and key for each group of customers.",
            Compartments.CreateCompartment.Declare(), Compartments.ListCompartments.Declare(), Compartments.ShowCompartment.Declare(),
            Compartments.OpenCompartment.Declare(), Compartments.CloseCompartment.Declare()),
        Noun("staff", "Members of staff.",
            Staff.InviteStaff.Declare(), Staff.JoinStaff.Declare(), Staff.ListStaff.Declare(), Staff.ShowStaff.Declare(),
            Staff.SuspendStaff.Declare()),
        Noun("screening", "Screenings of staff.", Screenings.RecordScreening.Declare(), Screenings.ListScreenings.Declare()),
        Noun("agreement", "The confidentiality agreement.",
            Agreements.PublishAgreement.Declare(), Agreements.ListAgreements.Declare(), Agreements.SignAgreement.Declare(),
            Agreements.ShowSignStatus.Declare(), Agreements.ShowReceipt.Declare()),
        Noun("service-account", "Keys for programs.",
            ServiceAccounts.CreateServiceAccount.Declare(), ServiceAccounts.ListServiceAccounts.Declare(),
            ServiceAccounts.RemoveServiceAccount.Declare()),
        Noun("log", "The audit log.",
            Log.TailLog.Declare(), Log.ShowEntry.Declare(), Log.ShowCheckpoint.Declare(), Log.VerifyLog.Declare()),
        Noun("job", "Work that goes on by itself.", Jobs.ListJobs.Declare(), Jobs.ShowJob.Declare(), Jobs.CancelJob.Declare()),
    ];

    private static Command Noun(string name, string description, params IReadOnlyList<Command> verbs)
    {
        var noun = new Command(name, description);
        foreach (Command verb in verbs)
        {
            noun.Subcommands.Add(verb);
        }

        return noun;
    }

    private static string Sentence(ParseResult parsed)
    {
        string first = parsed.Errors[0].Message.TrimEnd('.');
        return char.ToLowerInvariant(first[0]) + first[1..];
    }

    private static string Path(Command command, ParseResult parsed)
    {
        IEnumerable<string> words = parsed.RootCommandResult.Command == command
            ? []
            : command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name);
        return string.Join(' ', words.Prepend("strongroom"));
    }
}
