using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Strongroom.Server.Tests.Shell;

public sealed class LimitTests
{
    [Fact]
    public async Task Log_ins_of_one_address_are_limited_and_the_answer_says_how_long_to_wait()
    {
        await using RunningServer server = await RunningServer.StartAsync("--Auth:LogInsPerMinute=2");
        Person owner = await server.ClaimAsync(); // the first of the two
        Assert.Equal(200, (await server.TryLogInAsync(owner)).Status);

        Answer answer = await server.TryLogInAsync(owner);

        Assert.Equal((429, "rate-limited"), (answer.Status, answer.Code));
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], null), 1, 60);
    }

    [Fact]
    public async Task Plain_HTTP_and_old_TLS_get_nothing()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        Uri address = server.Http.BaseAddress!;
        using var http = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            http.GetAsync(new UriBuilder(address) { Scheme = "http" }.Uri, TestContext.Current.CancellationToken));

        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(socket.GetStream());
#pragma warning disable SYSLIB0039, CA5397, CA5398 // The old version is what this test is about.
        var options =
            new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = SslProtocols.Tls11 };
#pragma warning restore SYSLIB0039, CA5397, CA5398
        await Assert.ThrowsAnyAsync<Exception>(
            () => tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken));
    }
}
