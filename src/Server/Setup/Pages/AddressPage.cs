using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 3: what people type, and where the certificate comes from.</summary>
internal sealed class AddressPage(ChosenSettings chosen, Settings settings)
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/address", (CurrentDraft current, AddressPage page, HttpRequest request) =>
            page.Show(page.Known(current.Value, request), [], StatusCodes.Status200OK)).IsStep(SetupStep.Address);
        steps.MapPost("/address", (CurrentDraft current, AddressPage page, PageForm form, ChooseAddress choose) =>
        {
            var input = new AddressInput(form["host"], form["tls"], form["certificateFile"], form["keyFile"]);
            return form.Has("check")
                ? page.Show(input, [], StatusCodes.Status200OK)
                : SetupPages.Do(
                    current.Value,
                    () => choose.Run(current.Value, input),
                    faults => page.Show(input, faults, StatusCodes.Status422UnprocessableEntity));
        }).IsStep(SetupStep.Address);
    }

    private AddressInput Known(SetupDraft draft, HttpRequest request) => draft.Address is { } address
        ? new AddressInput(
            address.PublicUrl.Authority, Word(address.TlsMode), address.CertificateFile, address.KeyFile)
        : new AddressInput(
            settings.PublicUrl?.Authority ?? request.Host.Value ?? string.Empty, Word(settings.TlsMode), string.Empty,
            string.Empty);

    private IResult Show(AddressInput input, IReadOnlyList<FieldFault> faults, int status) => Page.Of<AddressView>(
        new AddressModel
        {
            Input = input,
            HasPasskeys = PasskeyHost.TryRead(input.Host) is { } url ? PasskeyHost.IsGood(url.IdnHost) : null,
            HostLock = Lock("Server:PublicUrl"),
            TlsLock = Lock("Tls:Mode"),
            Faults = faults,
        },
        status);

    private string? Lock(string name) => chosen.SourceOf(name) switch
    {
        SettingSource.CommandLine => "the command line",
        SettingSource.Environment => "the environment",
        SettingSource.File => "strongroom.json",
        _ => null,
    };

    private static string Word(TlsMode mode) => mode switch
    {
        TlsMode.Files => "files",
        TlsMode.Proxy => "proxy",
        _ => "local",
    };
}
