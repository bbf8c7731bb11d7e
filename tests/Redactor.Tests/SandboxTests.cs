using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Strongroom.Redactor.Children;

#pragma warning disable RS0030 // The sandbox's parent is a program that this test kills.
namespace Strongroom.Redactor.Tests;

/// <summary>What a program that a document has taken over can reach from inside: probes in the real sandbox.</summary>
public sealed class SandboxTests
{
    [Fact]
    public void Inside_there_is_no_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        string connect = FormattableString.Invariant($"exec 3<>/dev/tcp/127.0.0.1/{port}");

        (int connected, _) = Locked.Run($"/usr/bin/bash -c '{connect}'");
        (_, string devices) = Locked.Run("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '; cat /proc/net/unix | wc -l");

        Assert.NotEqual(0, connected);
        Assert.False(listener.Pending());
        Assert.Equal("lo\n1\n", devices);
    }

    [Fact]
    public void Inside_no_file_of_this_machine_can_be_read_but_programs_and_typefaces()
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("strongroom-data-");
        try
        {
            string secret = Path.Combine(data.FullName, "unseal-key");
            File.WriteAllText(secret, "secret");
            string[] wanted =
            [
                secret, "/etc/passwd", "/etc/shadow", "/etc/hostname", "/etc/strongroom/strongroom.json", "/root/.bashrc",
                FormattableString.Invariant($"/proc/{Environment.ProcessId}/environ"), "/proc/1/root" + secret,
                "/sys/kernel/uevent_seqnum", "/run", "/var/lib", "/home",
            ];

            (_, string read) = Locked.Run(
                string.Join('\n', wanted.Select(file => $"head -c 1 '{file}' 2>/dev/null; ls -d '{file}' 2>/dev/null")));
            (_, string top) = Locked.Run("ls /; ls /etc; ls -A /tmp");

            Assert.Equal(string.Empty, read);
            Assert.All(
                top.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                name => Assert.Contains(name, new[]
                {
                    "bin", "dev", "dotnet", "etc", "lib", "lib64", "proc", "program", "tmp", "usr", "var",
                    "alternatives", "fonts", "ld.so.cache",
                }));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public void Inside_no_other_process_can_be_seen()
    {
        (_, string programs) = Locked.Run("cat /proc/[0-9]*/comm");

        Assert.All(
            programs.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            name => Assert.Contains(name, new[] { "bwrap", "sh", "cat" }));
    }

    [Fact]
    public void Inside_nothing_can_be_written_but_in_a_folder_in_memory()
    {
        (_, string written) = Locked.Run("""
            for folder in / /dev /dev/shm /etc /lib /usr /usr/bin /var /var/cache/fontconfig /program /dotnet /proc; do
              touch $folder/probe 2>/dev/null && echo $folder
            done
            for setting in /proc/sys/kernel/core_pattern /proc/sys/vm/drop_caches /proc/self/oom_score_adj; do
              (: >>$setting) 2>/dev/null && echo $setting
            done
            touch /tmp/probe && stat -f -c %T /tmp
            """);

        Assert.Equal("tmpfs\n", written);
    }

    [Fact]
    public void Inside_nobody_has_rights_or_can_get_any()
    {
        (_, string rights) = Locked.Run("""
            grep -E '^(CapInh|CapPrm|CapEff|CapBnd|CapAmb|NoNewPrivs)' /proc/self/status | tr -d '\t\n'
            id -u
            for kind in -U -n -m -p; do unshare $kind true 2>/dev/null && echo unshare $kind; done
            mount -t tmpfs none /tmp 2>/dev/null && echo mount
            chroot / true 2>/dev/null && echo chroot
            true
            """);

        const string None = "0000000000000000";
        Assert.Equal($"CapInh:{None}CapPrm:{None}CapEff:{None}CapBnd:{None}CapAmb:{None}NoNewPrivs:165534\n", rights);
    }

    [Fact]
    public void Inside_the_environment_is_what_we_set()
    {
        (_, string environment) = Locked.RunProgram(new ChildLimits(), "/usr/bin/env");

        Assert.Equal(
            ["DOTNET_EnableDiagnostics=0", "DOTNET_GCHeapHardLimit=80000000", "DOTNET_ROOT=/dotnet", "PATH=/usr/bin",
                "PWD=/tmp"],
            environment.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("head -c 400M /dev/zero | tail -n 1", 1)] // tail keeps a line whole
    [InlineData("head -c 40M /dev/zero | tail -n 1", 0)]
    [InlineData("while :; do :; done", 137)]
    [InlineData("exec 2>/dev/null; head -c 3M /dev/zero >/tmp/one", 153)]
    [InlineData("head -c 1M /dev/zero >/tmp/one && head -c 1M /dev/zero >/tmp/two", 1)] // the folder is full
    [InlineData("test $(ulimit -c) = 0", 0)]
    [InlineData("test $(ulimit -n) = 64", 0)]
    public void Memory_processor_time_and_files_are_limited(string script, int code)
    {
        var limits = new ChildLimits
        {
            ProcessorTime = TimeSpan.FromSeconds(1),
            MemoryBytes = 200 << 20,
            FileBytes = 3 << 19,
            OpenFiles = 64,
        };

        (int ended, _) = Locked.Run($"{{ {script}; }} >/dev/null", limits);

        Assert.Equal(code, ended);
    }

    [Fact]
    public async Task A_child_dies_with_its_supervisor()
    {
        string word = FormattableString.Invariant($"600.{Environment.ProcessId}");
        ProcessStartInfo locked = new Sandbox().StartCommand("/usr/bin/sleep", word);
        var start = new ProcessStartInfo("/usr/bin/bash", ["-c", "\"$@\" & wait", "bash", locked.FileName, .. locked.ArgumentList]);
        using var parent = Process.Start(start)!;
        // Only then: in the few milliseconds before, bubblewrap has not told the kernel yet whose death it follows.
        await UntilAsync(() => Locked.IsRunning("/usr/bin/sleep\0" + word));

        parent.Kill(entireProcessTree: false);

        await UntilAsync(() => Locked.CountProcesses(word) == 0);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
