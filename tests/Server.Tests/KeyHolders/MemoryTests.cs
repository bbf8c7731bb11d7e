using System.Globalization;
using System.Net.Http;
using System.Text;
using Strongroom.Sealing;
using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.KeyHolders;

/// <summary>Looks through the whole memory of the running server for keys, as who has stolen an image of it would.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task After_closing_everything_no_byte_of_a_key_is_in_the_memory_of_the_process()
    {
        await using Business business = await Business.FoundAsync();
        var codes = new List<string>();
        for (int i = 0; i < 20; i++)
        {
            codes.Add(await business.RegisterAsync(
                i % 2 == 0 ? "clinic" : "accounts", new Dictionary<string, string> { ["full-name"] = $"Row {i}" }));
        }

        await business.LogInAsync();
        await business.Server.StopAsync();
        Dictionary<string, byte[]> keys = KeysOf(business);
        await using ServerProcess server = await ServerProcess.StartAsync(
            business.Server.Folder, "--Reveal:PerTenMinutes=1000000");
        foreach (string code in codes)
        {
            Assert.Equal(201, (await server.Http.RevealAsync(business.Token, code, "full-name")).Status);
        }

        Assert.Equal(200, (await server.Http.SendAsync(
            HttpMethod.Post, "compartments/clinic/rekeyings", null, business.Token)).Status);
        IReadOnlyList<string> before = Find(server.Id, keys);
        Answer closed = await server.Http.SendAsync(HttpMethod.Post, "keys/closings", null, business.Token);
        IReadOnlyList<string> after = Find(server.Id, keys);

        output.WriteLine($"{keys.Count} keys; before closing found: {string.Join(", ", before)}");
        Assert.Equal("sealed", closed.Text("state"));
        Assert.Contains("compartment accounts", before.Select(found => found.Split(" as ")[0]));
        Assert.Empty(after);
    }

    private static Dictionary<string, byte[]> KeysOf(Business business)
    {
        (RootBlock block, Keyring keyring) = Loot.Open(
            Path.Combine(business.DataFolder, "keyring"), business.UnsealKeyFile);
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["unseal"] = Convert.FromHexString(File.ReadAllText(business.UnsealKeyFile).Trim()),
        };
        using (block)
        {
            using SecretBytes root = block.Root.CopySecret();
            keys.Add("root", root.Reveal().ToArray());
            foreach (KeyringEntry entry in keyring.Entries)
            {
                Assert.True(entry.TryOpen(block.Root, out SecretBytes? secret));
                using (secret)
                {
                    string name = entry.Compartment is null ? entry.Purpose.ToString()
                        : "compartment " + new Stores(business.Server.Folder).All(
                            "registry", $"SELECT name FROM compartment WHERE id = '{entry.Compartment}'",
                            row => row.GetString(0)).Single();
                    keys.Add(name, secret.Reveal().ToArray());
                }
            }
        }

        return keys;
    }

    /// <summary>Which keys are there, and in which form: raw, or their first half in hexadecimal, as bytes or UTF-16.</summary>
    private static List<string> Find(int process, Dictionary<string, byte[]> keys)
    {
        var forms = new List<(string Name, byte[] Bytes)>();
        foreach ((string name, byte[] key) in keys)
        {
            string hex = Convert.ToHexStringLower(key)[..32];
            forms.Add(($"{name} as bytes", key[..16]));
            forms.Add(($"{name} as the second half", key[16..]));
            forms.Add(($"{name} as text", Encoding.ASCII.GetBytes(hex)));
            forms.Add(($"{name} as UTF-16", Encoding.Unicode.GetBytes(hex)));
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        using FileStream memory = File.OpenRead($"/proc/{process}/mem");
        foreach (string line in File.ReadLines($"/proc/{process}/maps"))
        {
            string[] parts = line.Split(' ');
            string[] range = parts[0].Split('-');
            if (!parts[1].StartsWith("rw", StringComparison.Ordinal))
            {
                continue;
            }

            long from = long.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            long to = long.Parse(range[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Look(memory, from, to, forms, found);
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static void Look(
        FileStream memory, long from, long to, List<(string Name, byte[] Bytes)> forms, HashSet<string> found)
    {
        const int Overlap = 128;
        byte[] window = new byte[4 * 1024 * 1024];
        for (long at = from; at < to; at += window.Length - Overlap)
        {
            try
            {
                memory.Position = at;
                int length = memory.Read(window, 0, (int)Math.Min(window.Length, to - at));
                foreach ((string name, byte[] bytes) in forms)
                {
                    if (window.AsSpan(0, length).IndexOf(bytes) >= 0)
                    {
                        found.Add(name);
                    }
                }
            }
            catch (IOException)
            {
                // Reserved, not there.
            }
        }
    }
}
