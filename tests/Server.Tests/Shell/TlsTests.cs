using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Shell;

namespace Strongroom.Server.Tests.Shell;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strongroom-tests-");

    private string CertificateFile => Path.Combine(_folder.FullName, "server.pem");

    private string KeyFile => Path.Combine(_folder.FullName, "server-key.pem");

    [Fact]
    public async Task Certificate_files_that_change_are_served_from_the_next_connection_on()
    {
        TestCertificate first = Make();
        await using RunningServer server = await StartAsync(first);
        Assert.Equal(first.Fingerprint, await ServedAsync(server));

        TestCertificate second = Make();
        second.Write(CertificateFile, KeyFile);

        await UntilAsync(server, second.Fingerprint); // the watch or the timer, whichever comes first
        Assert.False(server.Services.GetRequiredService<ServerCertificate>().IsBroken);
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData(null, "nonsense")]
    [InlineData("", "")]
    [InlineData("another", null)]
    public async Task A_broken_pair_leaves_the_earlier_one_in_use_and_turns_the_check_red_until_it_is_put_right(
        string? certificate, string? key)
    {
        TestCertificate first = Make();
        await using RunningServer server = await StartAsync(first);
        ServerCertificate used = server.Services.GetRequiredService<ServerCertificate>();
        string wrong = certificate == "another" ? Make().CertificatePem : certificate ?? first.CertificatePem;

        await File.WriteAllTextAsync(CertificateFile, wrong, Cancellation);
        await File.WriteAllTextAsync(KeyFile, key ?? first.KeyPem, Cancellation);
        used.Look();

        Assert.True(used.IsBroken);
        Assert.Equal(first.Fingerprint, await ServedAsync(server));
        first.Write(CertificateFile, KeyFile);
        used.Look();
        Assert.False(used.IsBroken);
    }

    [Fact]
    public async Task Files_that_are_gone_leave_the_earlier_pair_in_use_and_the_check_says_so()
    {
        await using RunningServer server = await StartAsync(Make(DateTimeOffset.UtcNow.AddDays(60)));
        Person owner = await server.ClaimAsync();
        string token = await server.LogInAsync(owner);
        Assert.Equal("green", await CheckAsync(server, token));

        File.Delete(KeyFile);
        server.Services.GetRequiredService<ServerCertificate>().Look();

        Assert.Equal("red", await CheckAsync(server, token));
    }

    [Theory]
    [InlineData(15, "green")]
    [InlineData(13, "amber")]
    [InlineData(0, "red")]
    public async Task A_certificate_that_ends_is_amber_for_two_weeks_and_then_red(int daysLeft, string state)
    {
        await using RunningServer server = await StartAsync(Make(DateTimeOffset.UtcNow.AddDays(daysLeft)));
        Person owner = await server.ClaimAsync();

        Assert.Equal(state, await CheckAsync(server, await server.LogInAsync(owner)));
    }

    [Fact]
    public void A_pair_that_is_broken_at_the_start_stops_it_with_a_sentence()
    {
        File.WriteAllText(CertificateFile, "nonsense");
        File.WriteAllText(KeyFile, "nonsense");

        Vocabulary.RefusedException refused = Assert.Throws<Vocabulary.RefusedException>(() =>
        {
            Assert.True(SettingsSources.TryRead([.. Files(), "--Data:Path=/nowhere/data"], out Settings? settings, out _));
            using var certificate = new ServerCertificate(
                settings, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ServerCertificate>.Instance);
        });
        Assert.Same(ShellRefusals.CertificateUnusable, refused.Refusal);
    }

    [Fact]
    public async Task The_own_authority_vouches_for_the_host_that_setup_chose_at_once_and_anybody_may_download_it()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        server.Services.GetRequiredService<ServerCertificate>().AlsoFor("vault.example.org");

        using X509Certificate2 served = await LeafAsync(server);
        Assert.True(served.MatchesHostname("vault.example.org"));
        Assert.True(served.MatchesHostname("localhost"));
        Answer authority = await server.SendAsync(HttpMethod.Get, "/trust/authority.pem");
        using var root = X509Certificate2.CreateFromPem(authority.Body);
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(root);
        Assert.True(chain.Build(served));
        Answer page = await new PageVisit(server).GetAsync("/trust");
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("PRIVATE", authority.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8443")]
    [InlineData("http://192.0.2.1:8443")]
    [InlineData("http://[::]:8443")]
    [InlineData("http://strongroom.example.org:8443")]
    [InlineData("http://localhost:8443")]
    [InlineData("https://127.0.0.1:8443")]
    public void Behind_a_proxy_the_server_listens_on_loopback_alone(string address) => Assert.False(
        SettingsReader.TryRead(
            new Dictionary<string, string> { ["Tls:Mode"] = "proxy", ["Server:Urls"] = address }, out _, out _));

    [Theory]
    [InlineData("http://127.0.0.1:8443")]
    [InlineData("http://[::1]:8443")]
    public void Loopback_addresses_will_do_behind_a_proxy(string address) => Assert.True(
        SettingsReader.TryRead(
            new Dictionary<string, string> { ["Tls:Mode"] = "proxy", ["Server:Urls"] = address }, out _, out _));

    [Theory]
    [InlineData("Server:TrustedProxies", "127.0.0.1")] // not behind a proxy
    [InlineData("Server:TrustedProxies", "nonsense")]
    public void Trusted_proxies_are_addresses_and_only_behind_a_proxy(string name, string value) => Assert.False(
        SettingsReader.TryRead(new Dictionary<string, string> { [name] = value }, out _, out _));

    [Theory]
    [InlineData(null, "127.0.0.1", "203.0.113.7", "127.0.0.1")] // nobody is trusted
    [InlineData("127.0.0.1", "127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")] // the left one is anybody's word
    [InlineData("127.0.0.1,203.0.113.0/24", "127.0.0.1", "198.51.100.1, 203.0.113.7", "198.51.100.1")]
    [InlineData("127.0.0.1", "127.0.0.1", "nonsense", "127.0.0.1")]
    [InlineData("10.0.0.1", "127.0.0.1", "203.0.113.7", "127.0.0.1")]
    public async Task A_forwarded_address_counts_only_from_a_trusted_proxy(
        string? trusted, string asked, string forwarded, string seen)
    {
        var given = new Dictionary<string, string> { ["Tls:Mode"] = "proxy" };
        if (trusted is not null)
        {
            given["Server:TrustedProxies"] = trusted;
        }

        Assert.True(SettingsReader.TryRead(given, out Settings? settings, out _));
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(asked);
        context.Request.Headers["X-Forwarded-For"] = forwarded;

        await new BehindProxy(_ => Task.CompletedTask, settings).InvokeAsync(context);

        Assert.Equal(seen, context.Connection.RemoteIpAddress!.ToString());
        Assert.Equal("https", context.Request.Scheme);
    }

    [Fact]
    public async Task Behind_a_proxy_pages_keep_their_headers_and_plain_http_outside_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync(
            "--Tls:Mode=proxy", "--Server:Urls=http://127.0.0.1:0", "--Server:TrustedProxies=127.0.0.1");

        Answer page = await server.SendAsync(HttpMethod.Get, "/setup", headers: ("X-Forwarded-Proto", "https"));
        Answer plain = await server.SendAsync(HttpMethod.Get, "/setup", headers: ("X-Forwarded-Proto", "http"));

        Assert.Equal(200, page.Status);
        Assert.Equal("max-age=63072000", page.Headers["Strict-Transport-Security"]);
        Assert.Contains("secure", page.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(403, plain.Status);
        Assert.False(File.Exists(Path.Combine(server.Folder, "credentials", "authority.pem")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TestCertificate Make(DateTimeOffset? endsAt = null) =>
        TestCertificate.Make("strongroom.example", endsAt ?? DateTimeOffset.UtcNow.AddDays(60));

    private static async Task<string> CheckAsync(RunningServer server, string token) =>
        (await server.SendAsync(HttpMethod.Get, "checks", token: token)).Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == "certificate").GetProperty("state").GetString()!;

    private static async Task UntilAsync(RunningServer server, string fingerprint)
    {
        for (int i = 0; i < 100 && await ServedAsync(server) != fingerprint; i++)
        {
            server.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(50, Cancellation);
        }

        Assert.Equal(fingerprint, await ServedAsync(server));
    }

    private static async Task<string> ServedAsync(RunningServer server)
    {
        using X509Certificate2 leaf = await LeafAsync(server);
        return leaf.GetCertHashString(HashAlgorithmName.SHA256);
    }

    [SuppressMessage("Security", "CA5359", Justification = "The test looks at what is served, trusted or not.")]
    private static async Task<X509Certificate2> LeafAsync(RunningServer server)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port, Cancellation);
        await using var tls = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync("strongroom.example");
        return X509CertificateLoader.LoadCertificate(tls.RemoteCertificate!.GetRawCertData());
    }

    private async Task<RunningServer> StartAsync(TestCertificate certificate)
    {
        certificate.Write(CertificateFile, KeyFile);
        return await RunningServer.StartAsync(Files());
    }

    private string[] Files() =>
        ["--Tls:Mode=files", $"--Tls:CertificateFile={CertificateFile}", $"--Tls:KeyFile={KeyFile}"];
}
