using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Sealing.Tests;

/// <summary>Both ways with the <c>age</c> command of Debian, which nobody of this project wrote.</summary>
public sealed class AgeCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strongroom-age-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public async Task The_age_command_opens_what_we_seal(int length)
    {
        using AgeIdentity identity = AgeIdentity.New();
        using SecretBytes text = identity.CopyText();
        byte[] plain = RandomNumberGenerator.GetBytes(length);
        await File.WriteAllBytesAsync(PathOf("identity"), text.Reveal().ToArray(), Cancellation);
        await File.WriteAllBytesAsync(PathOf("sealed"), AgeFile.Seal(plain, identity.Recipient), Cancellation);
        await File.WriteAllBytesAsync(PathOf("plain"), [], Cancellation); // age 1.1 writes no file for an empty content

        await RunAsync("age", "--decrypt", "-i", PathOf("identity"), "-o", PathOf("plain"), PathOf("sealed"));

        Assert.Equal(plain, await File.ReadAllBytesAsync(PathOf("plain"), Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public async Task We_open_what_the_age_command_seals(int length)
    {
        byte[] plain = RandomNumberGenerator.GetBytes(length);
        await File.WriteAllBytesAsync(PathOf("plain"), plain, Cancellation);
        await RunAsync("age-keygen", "--output", PathOf("identity"));
        string text = await File.ReadAllTextAsync(PathOf("identity"), Encoding.ASCII, Cancellation);
        string secretLine = Array.Find(text.Split('\n'), line => line.StartsWith("AGE-", StringComparison.Ordinal))!;
        Assert.True(AgeIdentity.TryParse(secretLine, out AgeIdentity? identity));

        // A second recipient, so that ours is not the only stanza.
        using AgeIdentity other = AgeIdentity.New();
        await RunAsync(
            "age", "-r", $"{other.Recipient}", "-r", $"{identity.Recipient}", "-o", PathOf("sealed"), PathOf("plain"));

        byte[] file = await File.ReadAllBytesAsync(PathOf("sealed"), Cancellation);
        Assert.True(AgeFile.TryOpen(file, identity, out SecretBytes? opened));
        Assert.True(opened.Matches(plain));
        identity.Dispose();
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(
            Array.Exists(folders, folder => File.Exists(Path.Combine(folder, command))),
            $"the command {command} is not installed (Debian package age)");
        ProcessStartInfo start = new(command, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        string errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, errors);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
