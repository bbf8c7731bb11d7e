using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>"Why can't I see this", answered for those who may know.</summary>
internal static class AccessPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/staff/{id}/access", async (
            StaffId id, ViewStaff view, CompartmentRegister register, FieldKinds kinds,
            CancellationToken cancellation) =>
                Page.Of<AccessView>(await ModelAsync(id, view, register, kinds, cancellation)))
            .RequirePermission(Permission.ManageStaff);
        pages.MapPost("/staff/{id}/access", async (
            StaffId id, PageForm form, ExplainAccess explain, ViewStaff view, CompartmentRegister register,
            FieldKinds kinds, Standing standing, TimeProvider time, CancellationToken cancellation) =>
                await AnswerAsync(
                    id, form, new Question(explain, view, register, kinds, standing, time), cancellation))
            .RequirePermission(Permission.ManageStaff);
    }

    private static async Task<IResult> AnswerAsync(
        StaffId id, PageForm form, Question question, CancellationToken cancellation)
    {
        AccessModel model = await ModelAsync(id, question.View, question.Register, question.Kinds, cancellation) with
        {
            Place = form["place"],
            Kind = form["kind"],
        };
        try
        {
            AccessExplanation answer = await question.Explain.RunAsync(
                question.Standing, id, model.Place, model.Kind, question.Time.GetUtcNow(), cancellation);
            return Page.Of<AccessView>(model with { Answer = answer });
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            return Page.Of<AccessView>(
                model with { Faults = refused.Faults }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<AccessModel> ModelAsync(
        StaffId id, ViewStaff view, CompartmentRegister register, FieldKinds kinds, CancellationToken cancellation) =>
        new()
        {
            Member = await view.OneAsync(id, cancellation),
            Compartments = [.. (await register.AllAsync(cancellation)).Select(facts => facts.Name)],
            Kinds = kinds.All,
        };

    /// <summary>What it takes to answer.</summary>
    private sealed record Question(
        ExplainAccess Explain, ViewStaff View, CompartmentRegister Register, FieldKinds Kinds, Standing Standing,
        TimeProvider Time);
}
