using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Server.Tests.Setup;

public sealed class SetupCodeTests
{
    private const string Asked = "7Q4M-2KTD-9RWX-JVAB";

    [Fact]
    public async Task A_code_that_the_command_line_drew_takes_the_place_of_the_earlier_one()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string first = server.SetupCode;
        string file = await AskAsync(server, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Asked))));

        Assert.False(File.Exists(file));
        Assert.Equal(403, (await new FirstRun(server).CodeAsync(first)).Status);
        Assert.Equal(303, (await new FirstRun(server).CodeAsync(Asked)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("zz")]
    public async Task A_request_that_holds_no_hash_changes_nothing(string content)
    {
        await using RunningServer server = await RunningServer.StartAsync();

        await AskAsync(server, content.Length == 2 ? new string('z', 64) : content);

        Assert.Equal(303, (await new FirstRun(server).CodeAsync(server.SetupCode)).Status);
    }

    [Fact]
    public async Task Once_claimed_nobody_takes_a_request()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.ClaimAsync();

        string file = await AskAsync(server, new string('0', 64));

        Assert.True(File.Exists(file));
        Assert.Equal(404, (await new FirstRun(server).Browser.GetAsync("/setup")).Status);
    }

    private static async Task<string> AskAsync(RunningServer server, string content)
    {
        string file = Path.Combine(server.Folder, "credentials", "setup-code.request");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        for (int i = 0; i < 20 && File.Exists(file); i++)
        {
            server.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return file;
    }
}
