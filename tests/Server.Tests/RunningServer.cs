using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Keys;
using Strongroom.Server.Setup;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Server.Tests.Postgres;

namespace Strongroom.Server.Tests;

/// <summary>
/// The real server in this process: Kestrel on a free port with its own certificate, a clock that the test moves.
/// </summary>
public sealed class RunningServer : IAsyncDisposable
{
    /// <summary>The public address of every server in tests; passkeys are at home there.</summary>
    public const string Origin = "https://" + Domain;

    public const string Domain = "strongroom.example";

    private readonly DirectoryInfo _folder;
    private readonly string[] _more;
    private DataFolder? _data;
    private WebApplication? _app;
    private bool _isStoreShared;

    private RunningServer(string[] more)
    {
        _folder = Directory.CreateTempSubdirectory("strongroom-tests-");
        _more = more;
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>The newest setup code.</summary>
    public string SetupCode { get; private set; } = string.Empty;

    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    public string Folder => _folder.FullName;

    /// <summary>Where it listens: staff first.</summary>
    public IReadOnlyList<Uri> Addresses =>
        [.. Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address))];

    /// <summary>Where the public forms are, once they are listened for.</summary>
    public async Task<Uri> PublicAddressAsync()
    {
        FormAddress address = Services.GetRequiredService<FormAddress>();
        for (int i = 0; address.BoundPort == 0; i++)
        {
            Assert.True(i < 500, "the public listener did not start");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return new Uri(new Uri(address.Of("x")), "/");
    }

    /// <summary>The installation's keys in memory.</summary>
    internal InstallationKeys Keys => Services.GetRequiredService<InstallationKeys>();

    public static async Task<RunningServer> StartAsync(params string[] more)
    {
        bool isPostgres = PostgresStore.IsWanted;
        var server = new RunningServer(isPostgres ? [.. PostgresStore.Arguments, .. more] : more);
        if (isPostgres)
        {
            await PostgresStore.GiveAsync(server.Folder);
            server._isStoreShared = true;
        }

        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts one that keeps all in a PostgreSQL of the test's own.</summary>
    internal static async Task<RunningServer> StartAsync(
        PostgresCluster cluster, int compartments, params string[] more)
    {
        var server = new RunningServer([.. PostgresStore.Arguments, .. more]);
        await PostgresStore.PrepareAsync(server.Folder, cluster, compartments);
        await server.StartAgainAsync();
        return server;
    }

    public static async Task<(RunningServer Server, Person Owner)> StartClaimedAsync(params string[] roles)
    {
        RunningServer server = await StartAsync();
        return (server, await server.ClaimAsync(roles));
    }

    /// <summary>Its databases of PostgreSQL do not serve another test.</summary>
    internal void KeepStore() => _isStoreShared = false;

    /// <summary>Stops it, where it runs, and starts it on the same folders.</summary>
    public async Task StartAgainAsync()
    {
        await StopAsync();
        string[] arguments =
        [
            $"--Data:Path={Path.Combine(Folder, "data")}", $"--Credentials:Path={Path.Combine(Folder, "credentials")}",
            "--Server:Urls=https://127.0.0.1:0", "--Intake:Urls=https://127.0.0.1:0",
            $"--Server:PublicUrl={Origin}", .. _more,
        ];
        Assert.True(SettingsSources.TryRead(
            arguments, out Settings? settings, out IReadOnlyList<string> faults), string.Join('\n', faults));
        _data = DataFolder.Open(settings.DataPath);
        _app = Program.Build(settings, _data, Time);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        SetupCode code = Services.GetRequiredService<SetupCode>();
        Readiness readiness = Services.GetRequiredService<Readiness>();
        while (readiness.State == InstallationState.None || (
            readiness.State == InstallationState.Unclaimed && code.Drawn is null))
        {
            await Task.Delay(1, TestContext.Current.CancellationToken); // it listens before it is ready
        }

        code.Drawn = drawn => SetupCode = drawn;
        code.Draw();
        Http = NewHttp(Folder, Addresses[0]);
    }

    /// <summary>Claims the installation for Ada Example.</summary>
    public async Task<Person> ClaimAsync(params string[] roles)
    {
        Answer answer = await SendAsync(HttpMethod.Post, "setup", await ClaimBodyAsync(roles: roles));
        Assert.Equal(201, answer.Status);
        return new Person("ada@example.org", Person.GoodPassword, answer.Text("secret"), answer.Text("id"));
    }

    public async Task<IDictionary<string, object>> ClaimBodyAsync(string? code = null, params string[] roles)
    {
        Answer setup = await SendAsync(HttpMethod.Get, "setup");
        return new Dictionary<string, object>
        {
            ["code"] = code ?? SetupCode,
            ["business"] = "Example Clinic",
            ["name"] = "Ada Example",
            ["email"] = "ada@example.org",
            ["password"] = Person.GoodPassword,
            ["attestation"] = true,
            ["agreement"] = true,
            ["agreementSha256"] = setup.Text("agreementSha256"),
            ["roles"] = roles,
        };
    }

    public Task<Answer> TryLogInAsync(Person person, string? password = null, string? code = null) =>
        SendAsync(HttpMethod.Post, "sessions",
            new { email = person.Email, password = password ?? person.Password, code = code ?? NextCode(person) });

    /// <summary>Logs in and gives the token.</summary>
    public async Task<string> LogInAsync(Person person)
    {
        Answer answer = await TryLogInAsync(person);
        Assert.Equal(200, answer.Status);
        return answer.Token!;
    }

    /// <summary>Logs in and steps up, and gives the token.</summary>
    public async Task<string> LogInSteppedUpAsync(Person person)
    {
        string token = await LogInAsync(person);
        Answer answer =
            await SendAsync(HttpMethod.Post, "sessions/current/step-ups", new { code = NextCode(person) }, token);
        Assert.Equal(200, answer.Status);
        return answer.Token!;
    }

    /// <summary>Invites somebody and lets that person join.</summary>
    public async Task<Person> AddPersonAsync(string ownerToken, string email, params string[] roles)
    {
        Answer invited =
            await SendAsync(HttpMethod.Post, "staff", new { email, name = "Grace Example", roles }, ownerToken);
        Assert.Equal(201, invited.Status);
        Answer opened = await SendAsync(HttpMethod.Post, "invitations/openings", new { code = invited.Text("code") });
        var person = new Person(email, Person.GoodPassword, opened.Text("secret"), invited.Text("id"));
        Answer joined = await SendAsync(
            HttpMethod.Post, "invitations/acceptances",
            new { code = invited.Text("code"), password = person.Password, factorCode = NextCode(person) });
        Assert.Equal(201, joined.Status);
        return person;
    }

    /// <summary>Moves the clock to the next step and gives its code, which nobody has used.</summary>
    public string NextCode(Person person)
    {
        Time.Advance(TimeSpan.FromSeconds(30));
        return person.Code(Time.GetUtcNow());
    }

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, object? body = null, string? token = null, params (
            string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(
            method, new Uri(path.StartsWith('/') ? path : "/api/v1/" + path, UriKind.Relative));
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, text, response.Headers.ToDictionary(
            pair => pair.Key, pair => string.Join(',', pair.Value)));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_isStoreShared)
        {
            await PostgresStore.TakeBackAsync(Folder);
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Stops it; its folders stay until it is disposed of.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        _data?.Dispose();
        _app = null;
        _data = null;
    }

    [SuppressMessage("Security", "CA5399", Justification = "A throw-away authority has no revocation list.")]
    internal static HttpClient NewHttp(string folder, Uri address)
    {
        if (address.Scheme is "http")
        {
            return new HttpClient { BaseAddress = address }; // behind a proxy, as the proxy would ask
        }

        string file = Path.Combine(folder, "credentials", "authority.pem");
        if (!File.Exists(file))
        {
            return NewTrustingHttp(address);
        }

        X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(file);
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                    CustomTrustStore = { authority },
                },
            },
        };
        return new HttpClient(handler) { BaseAddress = address };
    }

    [SuppressMessage("Security", "CA5359", Justification = "The server has the test's own certificate files.")]
    private static HttpClient NewTrustingHttp(Uri address) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    {
        BaseAddress = address,
    };
}
