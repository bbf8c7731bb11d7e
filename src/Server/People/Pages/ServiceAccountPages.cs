using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>Service accounts: the list, a new one with its key shown once, an end.</summary>
internal static class ServiceAccountPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/service-accounts", async (
            string? done, EndServiceAccount accounts, ViewStaff view, TimeProvider time,
            CancellationToken cancellation) => Page.Of<ServiceAccountsView>(new ServiceAccountsModel
            {
                Accounts = (await accounts.ListAsync(cancellation)).Items,
                Owners = (await view.RunAsync(cancellation)).Items.ToDictionary(
                    member => member.Id, member => member.Name, StringComparer.Ordinal),
                Now = time.GetUtcNow(),
                Done = done,
            })).RequirePermission(Permission.ManageServiceAccounts);
        pages.MapGet("/service-accounts/new", async (
            NewServiceAccountModels models, Standing standing, Settings settings, TimeProvider time,
            CancellationToken cancellation) =>
        {
            StepUp.Require(standing, settings, time);
            return Page.Of<NewServiceAccountView>(await models.EmptyAsync(standing, cancellation));
        }).RequirePermission(Permission.ManageServiceAccounts);
        pages.MapPost("/service-accounts/new", CreateAsync).RequirePermission(Permission.ManageServiceAccounts);
        pages.MapGet("/service-accounts/{id}/key", (ServiceAccountId id, Standing standing, ShownOnce once) =>
            Page.Of<ServiceKeyView>(new ServiceKeyModel(
                once.TryTake(standing.Actor, KeyPath(id.ToString()), out ServiceAccountCard? card) ? card : null)))
            .RequirePermission(Permission.ManageServiceAccounts);
        pages.MapGet("/service-accounts/{id}/end", async (
            ServiceAccountId id, EndServiceAccount accounts, CancellationToken cancellation) =>
                Page.Of<EndServiceAccountView>(new ServiceKeyModel(
                    (await accounts.ListAsync(cancellation)).Items.FirstOrDefault(card => card.Id == id.ToString())
                    ?? throw new RefusedException(StaffRefusals.NotFound))))
            .RequirePermission(Permission.ManageServiceAccounts);
        pages.MapPost("/service-accounts/{id}/end", async (
            ServiceAccountId id, EndServiceAccount accounts, Standing standing, CancellationToken cancellation) =>
        {
            await accounts.RunAsync(standing, id, cancellation);
            return Page.SeeOther("/service-accounts?done=ended");
        }).RequirePermission(Permission.ManageServiceAccounts);
    }

    private static async Task<IResult> CreateAsync(
        PageForm form, CreateServiceAccount create, NewServiceAccountModels models, ShownOnce once, Standing standing,
        CancellationToken cancellation)
    {
        try
        {
            ServiceAccountCard card = await create.RunAsync(
                standing, NewServiceAccountModels.Read(form), cancellation);
            once.Keep(standing.Actor, KeyPath(card.Id), card);
            return Page.SeeOther(KeyPath(card.Id));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.StepUp)
        {
            NewServiceAccountModel model = await models.TypedAsync(standing, form, cancellation);
            return Page.Of<NewServiceAccountView>(
                model with { Faults = refused.Faults, NeedsStepUp = refused.Refusal.Kind == RefusalKind.StepUp },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static string KeyPath(string id) => $"/service-accounts/{id}/key";
}
