using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Pages;

/// <summary>Between the inputs of a page and a request: one row for each field kind, with what it is asked for.</summary>
internal sealed class FormEditor(FieldKinds kinds, CompartmentRegister compartments)
{
    public const string Ask = "ask.";
    public const string Need = "need.";
    public const string Why = "why.";

    /// <summary>The request that the inputs amount to.</summary>
    public PublishRequest Read(PageForm form) => new()
    {
        Slug = form["slug"],
        Series = form["series"],
        Title = form["title"],
        Asks = form["asks"],
        Introduction = form["introduction"],
        KeptFor = form["keptFor"],
        Fields = [.. kinds.All.Where(kind => form.Has(Ask + kind.Name)).Select(kind => new AskRequest
        {
            Kind = kind.Name,
            Why = form[Why + kind.Name],
            IsRequired = form.Has(Need + kind.Name),
        })],
    };

    /// <summary>The inputs of a published form; of an empty one where there is none.</summary>
    public static Func<string, string> Write(IntakeForm? form)
    {
        if (form is null)
        {
            return _ => string.Empty;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["slug"] = form.Slug,
            ["series"] = form.Series,
            ["title"] = form.Title,
            ["asks"] = form.Asks,
            ["introduction"] = form.Introduction,
            ["keptFor"] = form.KeptFor,
        };
        foreach (AskedField field in form.Fields)
        {
            values[Ask + field.Kind] = "on";
            values[Need + field.Kind] = field.IsRequired ? "on" : string.Empty;
            values[Why + field.Kind] = field.Why;
        }

        return name => values.GetValueOrDefault(name, string.Empty);
    }

    public async Task<EditFormModel> ModelAsync(
        Func<string, string> value, IReadOnlyList<FieldFault> faults, CancellationToken cancellation) => new()
        {
            Value = value,
            Kinds = kinds.All,
            Series = [.. (await compartments.AllAsync(cancellation)).Select(facts => facts.Series).Distinct(
                StringComparer.Ordinal)],
            Faults = faults,
        };
}
