using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// What a thief of files reads: an attacker of our own gets exactly the artefact and tries everything.
/// </summary>
public sealed class StolenFolderTests
{
    private static readonly string[] Clinic = ["Ottoline Quillfeather", "ottoline@example.org", "limps since the fall"];
    private static readonly string[] Accounts = ["Barnaby Thrupp", "barnaby@example.org", "owes the baker"];

    [Fact]
    public async Task A_stolen_data_folder_without_the_unseal_key_yields_nothing()
    {
        await using Business business = await OpenAsync();
        using TemporaryFolder stolen = await StealAsync(business);
        string data = Path.Combine(stolen.FullName, "data");

        Assert.Empty(new CanaryScanner([.. Clinic, .. Accounts]).FindInFolder(data));
        Thief[] thieves = [.. Folders.Compartments(data).Select(folder => new Thief(folder))];
        Assert.Equal(2, thieves.Sum(thief => thief.CustomerCount));
        int tried = 0;
        foreach (byte[] window in Loot.Windows(data))
        {
            tried++;
            Assert.Empty(TryAsKey(thieves, window));
        }

        Assert.True(tried > 10_000, $"only {tried} keys were tried");
        AssertNoRootIn(data);
    }

    [Fact]
    public async Task The_same_attacker_with_the_right_key_among_the_bytes_reads_everything()
    {
        await using Business business = await OpenAsync();
        using TemporaryFolder stolen = await StealAsync(business);
        string data = Path.Combine(stolen.FullName, "data");
        Thief[] thieves = [.. Folders.Compartments(data).Select(folder => new Thief(folder))];
        foreach (string folder in Folders.Compartments(data))
        {
            using SealingKey key = KeyOf(business, data, folder);
            using SecretBytes secret = key.CopySecret();
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "planted"), [1, 2, 3, .. secret.Reveal(), 4, 5],
                TestContext.Current.CancellationToken);
        }

        string[] found = [.. Folders.Compartments(data).SelectMany(folder => Loot.Windows(folder)).SelectMany(
            window => TryAsKey(thieves, window))];

        Assert.All(Clinic.Concat(Accounts), value => Assert.Contains(value, found));
    }

    [Fact]
    public async Task One_compartment_with_its_key_yields_that_compartment_only()
    {
        await using Business business = await OpenAsync();
        using TemporaryFolder stolen = await StealAsync(business);
        string data = Path.Combine(stolen.FullName, "data");
        string[] folders = [.. Folders.Compartments(data)];
        Assert.Equal(2, folders.Length);
        var readings = new List<IReadOnlyList<string>>();
        foreach (string folder in folders)
        {
            using SealingKey key = KeyOf(business, data, folder);
            IReadOnlyList<string> own = new Thief(folder).OpenWithCompartmentKey(key);
            readings.Add(
                [.. own.Where(text => !CustomerCode.TryParse(text, null, out _)).Order(StringComparer.Ordinal)]);

            string other = folders.Single(path => path != folder);
            using SecretBytes secret = key.CopySecret();
            Assert.Empty(new Thief(other).OpenWithCompartmentKey(key));
            Assert.Empty(TryAsKey([new Thief(other)], secret.Reveal().ToArray()));
        }

        Assert.Equal(
            [string.Join('|', Accounts.Order(StringComparer.Ordinal)), string.Join(
                '|', Clinic.Order(StringComparer.Ordinal))],
            readings.Select(reading => string.Join('|', reading)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_erased_customer_opens_with_no_live_key_from_the_live_files_or_from_data_copied_before()
    {
        await using Business business = await Business.FoundAsync();
        string code = await business.RegisterAsync("clinic", Fields(Clinic));
        await business.RegisterAsync("clinic", Fields(Accounts));
        await business.LogInAsync();
        using TemporaryFolder before = Folders.New();
        Folders.Copy(business.DataFolder, before.FullName);
        string old = Path.Combine(before.FullName, "data");

        Answer erased = await business.Http.SendAsync(
            HttpMethod.Post, $"customers/{code}/erasures", new { reason = "asked" }, business.Token);
        Assert.Equal(201, erased.Status);
        using TemporaryFolder stolen = await StealAsync(business);
        string data = Path.Combine(stolen.FullName, "data");
        string clinic = FolderWithCustomers(data);

        // Every live key, on the live files and on the data set of before; then, to show that the thief knows the way, the
        // key set of before on the data set of before.
        using SealingKey live = KeyOf(business, data, clinic);
        Assert.Equal(
            Accounts.Order(StringComparer.Ordinal), Values(new Thief(clinic).OpenWithCompartmentKey(live)));
        string oldClinic = Path.Combine(old, "compartments", Path.GetFileName(clinic));
        Assert.Empty(new Thief(oldClinic).OpenWithCompartmentKey(live));
        Assert.Equal(2, new Thief(oldClinic).CustomerCount);
        string mixed = Path.Combine(stolen.FullName, "mixed", Path.GetFileName(clinic));
        Directory.CreateDirectory(mixed);
        CopyStore(clinic, mixed, "keys");
        CopyStore(oldClinic, mixed, "records");
        Assert.Equal(Accounts.Order(StringComparer.Ordinal), Values(new Thief(mixed).OpenWithCompartmentKey(live)));
        using SealingKey former = KeyOf(business, old, oldClinic);
        Assert.Equal(
            Clinic.Concat(Accounts).Order(StringComparer.Ordinal),
            Values(new Thief(oldClinic).OpenWithCompartmentKey(former)));
    }

    private static string FolderWithCustomers(string data) =>
        Folders.Compartments(data).Single(folder => new Thief(folder).CustomerCount > 0);

    private static IEnumerable<string> Values(IEnumerable<string> texts) =>
        texts.Where(text => !CustomerCode.TryParse(text, null, out _)).Order(StringComparer.Ordinal);

    private static void CopyStore(string from, string to, string store)
    {
        foreach (string file in Directory.EnumerateFiles(from, store + ".db*"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static async Task<Business> OpenAsync()
    {
        Business business = await Business.FoundAsync();
        await business.RegisterAsync("clinic", Fields(Clinic));
        await business.RegisterAsync("accounts", Fields(Accounts));
        return business;
    }

    private static Dictionary<string, string> Fields(string[] values) => new()
    {
        ["full-name"] = values[0],
        ["email"] = values[1],
        ["note"] = values[2],
    };

    /// <summary>A copy of the data folder, taken while the server runs.</summary>
    private static async Task<TemporaryFolder> StealAsync(Business business)
    {
        await business.Server.StopAsync();
        TemporaryFolder stolen = Folders.New();
        Folders.Copy(business.DataFolder, stolen.FullName);
        return stolen;
    }

    private static SealingKey KeyOf(Business business, string data, string folder) => Loot.CompartmentKey(
        Path.Combine(data, "keyring"), business.UnsealKeyFile, CompartmentId.Parse(Path.GetFileName(folder), null));

    /// <summary>Tries 32 bytes as the key of a compartment and of a customer.</summary>
    private static IEnumerable<string> TryAsKey(IEnumerable<Thief> thieves, byte[] window)
    {
        using var key = SealingKey.TakeFrom(window, 1);
        return [.. thieves.SelectMany(
            thief => thief.OpenWithCompartmentKey(key).Concat(thief.OpenWithCustomerKey(key)))];
    }

    /// <summary>
    /// No bytes of the folder are the unseal key, nor a private half that opens an entry of the keyring.
    /// </summary>
    private static void AssertNoRootIn(string data)
    {
        byte[] keyring = File.ReadAllBytes(Path.Combine(data, "keyring"));
        Assert.True(Keyring.TryReadRootBlock(keyring, out byte[]? rootBlock));
        byte[] sealedEntry = System.Text.Json.JsonDocument.Parse(keyring).RootElement.GetProperty("entries")[0]
            .GetProperty("sealedKey").GetBytesFromBase64();
        using TemporaryFolder alone = Folders.New();
        File.WriteAllBytes(Path.Combine(alone.FullName, "keyring"), keyring);
        foreach (byte[] window in Loot.Windows(data))
        {
            using var key = SealingKey.TakeFrom(window, 1);
            Assert.False(RootBlock.TryOpen(key, rootBlock, out _));
        }

        foreach (byte[] window in Loot.Windows(alone.FullName))
        {
            using var identity = AgeIdentity.TakeFrom(window);
            Assert.False(AgeFile.TryOpen(sealedEntry, identity, out _));
        }
    }
}
