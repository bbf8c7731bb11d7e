using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Setup;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Reads a request into a form that could be published, with what the rule and the business add to it.</summary>
internal sealed class DraftForm(FieldKinds kinds, CompartmentRegister compartments, Settings settings)
{
    private const int MostFields = 40;
    private const int LongestTitle = 120;
    private const int LongestSentence = 200;
    private const int LongestIntroduction = 2000;

    /// <exception cref="RefusedException">It cannot be published like this.</exception>
    public async Task<IntakeForm> ReadAsync(PublishRequest request, CancellationToken cancellation)
    {
        var input = new FormInput();
        string? asks = string.IsNullOrWhiteSpace(request.Asks) ? await BusinessAsync(cancellation) : request.Asks;
        input.Require("fields", request.Fields.Count is > 0 and <= MostFields, "A form asks for 1 to 40 fields.");
        input.Require(
            "fields", request.Fields.DistinctBy(field => field.Kind, StringComparer.Ordinal).Count() == request.Fields.Count,
            "Each field kind stands once.");
        var form = new IntakeForm
        {
            Slug = input.Slug(request.Slug),
            Version = 0,
            Title = input.Text("title", "The title", request.Title, 1, LongestTitle),
            Asks = input.Text("asks", "Who asks", asks, 1, LongestTitle),
            Introduction = input.Text("introduction", "The introduction", request.Introduction, 0, LongestIntroduction, mayBreak: true),
            KeptFor = input.Text("keptFor", "How long it is kept", request.KeptFor, 1, LongestSentence),
            Series = request.Series,
            Compartment = CompartmentId.New(), // set with the recipient, when it is signed
            Recipient = string.Empty,
            Fields = [.. request.Fields.Take(MostFields).Select(field => Read(input, field)).OfType<AskedField>()],
            EmbedOrigins = input.Origins(request.EmbedOrigins ?? settings.EmbedOrigins),
            PublishedAt = default,
        };
        input.ThrowIfFaulty();
        return form;
    }

    private AskedField? Read(FormInput input, AskRequest asked)
    {
        FieldKind? kind = kinds.Find(asked.Kind);
        input.Require("fields", kind is not null, "One is not a field kind. GET /api/v1/fields lists them.");
        string why = input.Text("fields", "Why a field is asked", asked.Why, 1, LongestSentence);
        string label = input.Text("fields", "A label", asked.Label ?? kind?.Label, 0, LongestTitle);
        return kind is null
            ? null
            : new AskedField(
                kind.Name, label.Length == 0 ? kind.Label : label, why, asked.IsRequired, SeenBy(kind.Name));
    }

    private Task<string?> BusinessAsync(CancellationToken cancellation) => compartments.ReadAsync(
        db => db.Set<InstallationRow>().Select(row => (string?)row.Business).SingleOrDefaultAsync(cancellation),
        cancellation);

    /// <summary>The roles that may reveal a kind: what the form says of it is what the rule does.</summary>
    private static List<string> SeenBy(string kind) =>
    [
        .. Enum.GetValues<Role>()
            .Where(role => RolePermissions.Of([role]).Contains(Permission.RevealFields))
            .Where(role => RolePermissions.RevealKinds([role])?.Contains(kind) ?? true)
            .Select(RoleNames.Write),
    ];
}
