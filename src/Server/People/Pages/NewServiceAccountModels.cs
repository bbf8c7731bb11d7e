using System.Globalization;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Makes what the form of a new service account shows, and reads what was typed into it.</summary>
internal sealed class NewServiceAccountModels(
    CompartmentRegister register, FieldKinds kinds, ViewStaff view, TimeProvider time)
{
    private const int UsualDays = 182;
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly (string Scope, string Meaning)[] Plain =
    [
        ("customers:create", "Register customers"),
        ("customers:lookup", "Find customers by a field, with masked hints"),
        ("customers:confirm", "Confirm a fact that a customer says"),
        ("customers:view", "See masked fields"), ("customers:correct", "Correct fields"),
        ("customers:import", "Import from a file"), ("documents:redact", "Redact paperwork"),
        ("archive:file", "File redacted copies"), ("archive:read", "Find and read what is filed"),
        ("recipients:export", "Give recipients their codes and lists"),
        ("recipients:resolve", "Learn whom a recipient's code means"),
        ("compartments:view", "List compartments"), ("log:read", "Read the audit log"),
    ];

    public async Task<NewServiceAccountModel> EmptyAsync(Standing standing, CancellationToken cancellation) => new()
    {
        AllSeries = [.. (await register.AllAsync(cancellation)).Select(facts => facts.Series)
            .Distinct(StringComparer.Ordinal)],
        AllScopes =
        [
            .. Plain,
            .. kinds.All.Where(kind => kind.Sensitivity < Sensitivity.Protected)
                .Select(kind => ($"reveal:{kind.Name}", $"Reveal: {kind.Label}")),
        ],
        Owners = [.. (await view.RunAsync(cancellation)).Items.Where(member => member.State == "active")],
        Owner = standing.Actor.ToString(),
        ExpiresOn = time.GetUtcNow().UtcDateTime.AddDays(UsualDays).ToString(DayFormat, CultureInfo.InvariantCulture),
    };

    public async Task<NewServiceAccountModel> TypedAsync(
        Standing standing, PageForm form, CancellationToken cancellation) =>
        await EmptyAsync(standing, cancellation) with
        {
            Name = form["name"],
            Purpose = form["purpose"],
            Owner = form["owner"],
            ExpiresOn = form["expiresAt"],
            Addresses = form["addresses"],
            Scopes = form.All("scopes"),
            Series = form.All("series"),
        };

    /// <summary>What was typed, as the use case takes it; what is no day lies in the past and is refused.</summary>
    public static ServiceAccountRequest Read(PageForm form)
    {
        bool isDay = DateTimeOffset.TryParseExact(
            form["expiresAt"], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset expiresAt);
        return new ServiceAccountRequest(
            form["name"], form["purpose"], form.All("scopes"), form.All("series"),
            isDay ? expiresAt : DateTimeOffset.MinValue, form["owner"],
            form["addresses"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
