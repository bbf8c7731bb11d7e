using System.Diagnostics;
using System.Net.Http;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// The disk of the data folder is full: a clear no, nothing half-written, and all is there once there is room.
/// </summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_writes_keeps_answering_and_loses_nothing()
    {
        await using Business business = await Business.FoundAsync();
        await business.Server.StopAsync();
        string aside = Path.Combine(business.Server.Folder, "aside");
        Directory.Move(business.DataFolder, aside);
        Directory.CreateDirectory(business.DataFolder);
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=12m,mode=700", "none", business.DataFolder),
            "a small disk cannot be mounted here");
        try
        {
            Run("cp", "-a", aside + "/.", business.DataFolder);
            await FillAsync(business);
        }
        finally
        {
            await business.Server.StopAsync();
            Assert.True(Run("umount", business.DataFolder));
        }
    }

    private static async Task FillAsync(Business business)
    {
        await business.Server.StartAgainAsync();
        string first = await RegisterAsync(business, 0);
        string filler = Path.Combine(business.DataFolder, "filler");
        Fill(filler, leave: 128 * 1024);
        var known = new List<string> { first };
        Answer answer = await business.Http.RegisterAsync(business.Key, "clinic", Fields(1));
        while (answer.Status == 201 && known.Count < 5000)
        {
            known.Add(answer.Code);
            answer = await business.Http.RegisterAsync(business.Key, "clinic", Fields(known.Count));
        }

        Assert.True(answer is { Status: 503, Code: "not-ready" }, answer.Body);
        Fill(filler, leave: 0);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(
                "not-ready", (await business.Http.RegisterAsync(business.Key, "clinic", Fields(9000 + i))).Code);
            Assert.Equal(
                "not-ready", (await business.Http.RegisterAsync(business.Key, "accounts", Fields(9000 + i))).Code);
            Assert.Equal("not-ready", (await business.Http.ImportAsync(
                business.Key, "accounts", "name\nImported Example\n"u8.ToArray())).Code);
        }

        // What needs no entry goes on.
        Assert.Equal(200, (await business.Server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        Assert.Equal(200, (await business.Http.SendAsync(HttpMethod.Get, "compartments", null, business.Key)).Status);
        Assert.Equal(200, (await business.Http.SendAsync(HttpMethod.Get, "staff", null, business.Token)).Status);

        File.Delete(filler);
        await business.Server.StartAgainAsync();
        Assert.Equal(200, (await business.Server.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        IReadOnlyList<string> codes = await business.Http.CodesAsync(business.Key, "clinic");
        Assert.Equal(known.Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
        Assert.Empty(await business.Http.CodesAsync(business.Key, "accounts"));
        foreach (string code in known.Append(await RegisterAsync(business, 7000)))
        {
            Assert.Equal(201, (await business.Http.RevealAsync(business.Key, code, "full-name")).Status);
        }
    }

    private static async Task<string> RegisterAsync(Business business, int number)
    {
        Answer created = await business.Http.RegisterAsync(business.Key, "clinic", Fields(number));
        Assert.True(created.Status == 201, created.Body);
        return created.Code;
    }

    private static Dictionary<string, string> Fields(int number) => new()
    {
        ["full-name"] = $"Customer {number}",
        ["note"] = new string('n', 900),
    };

    private static void Fill(string file, int leave)
    {
        byte[] block = new byte[4096];
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (leave == 0 || new DriveInfo(file).AvailableFreeSpace > leave)
            {
                stream.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
