using System.CommandLine;
using System.CommandLine.Help;

namespace Strongroom.Cli;

/// <summary>The whole tree of nouns and verbs.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        arguments = arguments is ["--version"] ? ["version"] : arguments;
        ParseResult parsed = Tree().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample)
        {
            Command command = parsed.CommandResult.Command;
            return Outcome.Say(ExitCodes.Usage, Sentence(parsed, command), $"{Words(command)} --help");
        }

        var invocation =
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
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

    private static Command StaffNoun() => Noun("staff", "Members of staff.",
            Staff.InviteStaff.Declare(), Staff.JoinStaff.Declare(), Staff.ListStaff.Declare(),
            Staff.ShowStaff.Declare(), Staff.SuspendStaff.Declare());

    private static Command Key() => Noun("key", "Keys: who can open, closing everything, what there is and how old.",
        Keys.ListKeys.Declare(), Keys.OpenServer.Declare(), Keys.CloseServer.Declare(), Keys.SplitKey.Declare(),
        Keys.CombineKey.Declare(), Keys.RotateKeys.Declare(), Keys.RestoreKey.Declare());

    private static IEnumerable<Command> Nouns() =>
    [
        Noun("customer", "Customers: register, find, show masked, reveal, correct, erase.",
            Customers.CreateCustomer.Declare(), Customers.ShowCustomer.Declare(), Customers.ListCustomers.Declare(),
            Customers.FindCustomers.Declare(), Customers.RevealFields.Declare(), Customers.UpdateCustomer.Declare(),
            Customers.TrashCustomer.Declare(), Customers.RestoreCustomer.Declare(),
            Customers.EraseCustomer.Declare(), Customers.HoldCustomer.Declare()),
        Noun("import", "Customers from a CSV file.", Imports.ImportVerbs.Check(), Imports.ImportVerbs.Run(),
            Imports.UndoImport.Declare()),
        Recipient(),
        Noun("document", "Paperwork: find what identifies people, decide, black out, prove.",
            Documents.AddDocument.Declare(), Documents.ListDocuments.Declare(), Documents.ShowDocument.Declare(),
            Documents.ReviewDocument.Declare(), Documents.ApplyRedaction.Declare(), Documents.ExportDocument.Declare()),
        Noun("archive", "What is filed.", Archive.FileDocument.Declare(), Archive.FindFiled.Declare(),
            Archive.ShowFiled.Declare()),
        Noun("compartment", "Compartments: one database and key for each group of customers.",
            Compartments.CreateCompartment.Declare(), Compartments.ListCompartments.Declare(),
            Compartments.ShowCompartment.Declare(),
            Compartments.OpenCompartment.Declare(), Compartments.CloseCompartment.Declare(),
            Compartments.RekeyCompartment.Declare()),
        StaffNoun(),
        Noun("screening", "Screenings of staff.", Screenings.RecordScreening.Declare(),
            Screenings.ListScreenings.Declare()),
        Noun("agreement", "The confidentiality agreement.",
            Agreements.PublishAgreement.Declare(), Agreements.ListAgreements.Declare(),
            Agreements.SignAgreement.Declare(),
            Agreements.ShowSignStatus.Declare(), Agreements.ShowReceipt.Declare()),
        Noun("service-account", "Keys for programs.",
            ServiceAccounts.CreateServiceAccount.Declare(), ServiceAccounts.ListServiceAccounts.Declare(),
            ServiceAccounts.RemoveServiceAccount.Declare()),
        Noun("storage", "Where registry and compartments are kept.", Storage.PrepareStorage.Declare(), Storage.MoveStorage.Declare()),
        Key(),
        Noun("intake", "Public forms: what customers fill in themselves.",
            Intake.ListForms.Declare(), Intake.ShowForm.Declare(), Intake.PublishForm.Declare(),
            Intake.EmbedForm.Declare()),
        Noun("log", "The audit log.",
            Log.TailLog.Declare(), Log.ShowEntry.Declare(), Log.ShowCheckpoint.Declare(), Log.VerifyLog.Declare()),
        Noun("job", "Work that goes on by itself.", Jobs.ListJobs.Declare(), Jobs.ShowJob.Declare(),
            Jobs.CancelJob.Declare()),
    ];

    private static Command Recipient() => Noun(
        "recipient", "Outsiders who know customers by codes of their own.",
        Recipients.CreateRecipient.Declare(), Recipients.ListRecipients.Declare(),
        Recipients.ExportForRecipient.Declare(), Recipients.RevokeRecipient.Declare(), Recipients.ResolveCode.Declare());

    private static Command Noun(string name, string description, params IReadOnlyList<Command> verbs)
    {
        var noun = new Command(name, description);
        foreach (Command verb in verbs)
        {
            noun.Subcommands.Add(verb);
        }

        return noun;
    }

    private static string Sentence(ParseResult parsed, Command command)
    {
        if (command.Subcommands.Count > 0 && command is not Verb)
        {
            // The word itself is not repeated: it may be a secret in the wrong place.
            string verbs = string.Join(", ", command.Subcommands.Select(verb => verb.Name));
            return $"{Words(command)} is followed by one of: {verbs}";
        }

        string first = parsed.Errors[0].Message.TrimEnd('.');
        return char.ToLowerInvariant(first[0]) + first[1..];
    }

    private static string Words(Command command)
    {
        IEnumerable<Command> parents =
            command.Parents.OfType<Command>().Append(command).Where(one => one is not RootCommand);
        return string.Join(' ', parents.Select(one => one.Name).Prepend("strongroom"));
    }
}
