using System.Collections.Concurrent;
using System.Text.Json;

namespace Strongroom.Server.Tests.Compartments;

public class RekeyingTests
{
    private static readonly object Ada =
        new Dictionary<string, object> { ["full-name"] = "Ada Example", ["email"] = "ada@example.org" };

    [Fact]
    public async Task A_compartment_gets_its_next_key_and_nothing_of_the_records_is_written_anew()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Reveal:PerTenMinutes=1000");
        string[] codes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => clinic.RegisterAsync(Ada)));
        await clinic.StepUpAsync();

        Answer first = await RekeyAsync(clinic);
        Answer second = await RekeyAsync(clinic);
        string newcomer = await clinic.RegisterAsync(Ada);
        await clinic.RestartAsync();

        Assert.Equal((1, 2), (first.Json.GetProperty("from").GetInt32(), first.Json.GetProperty("to").GetInt32()));
        Assert.Equal((2, 3), (second.Json.GetProperty("from").GetInt32(), second.Json.GetProperty("to").GetInt32()));
        Assert.True(first.Json.GetProperty("keysSealedAnew").GetInt32() >= 10);
        foreach (string code in codes.Append(newcomer))
        {
            Answer revealed = await clinic.RevealAsync(code, "email");
            Assert.True(revealed.Status == 201, revealed.Body);
        }

        byte[] keyring = await File.ReadAllBytesAsync(
            Path.Combine(clinic.Server.Folder, "data", "keyring"), TestContext.Current.CancellationToken);
        JsonElement[] keys = [.. JsonDocument.Parse(keyring).RootElement.GetProperty("entries")
            .EnumerateArray().Where(entry => entry.GetProperty("purpose").GetString() == "compartment")];
        Assert.Equal(3, Assert.Single(keys).GetProperty("generation").GetInt32());
    }

    [Fact]
    public async Task While_keys_change_again_and_again_no_request_fails_and_nobody_is_lost()
    {
        await using Clinic clinic = await Clinic.OpenAsync("--Reveal:PerTenMinutes=1000000");
        var codes = new ConcurrentBag<string>([await clinic.RegisterAsync(Ada)]);
        await clinic.StepUpAsync();
        using var over = new CancellationTokenSource();
        Task[] work = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => WorkAsync(clinic, codes, over.Token)))];

        for (int i = 0; i < 12; i++)
        {
            Answer answer = await RekeyAsync(clinic);
            Assert.True(answer.Status == 200, answer.Body);
        }

        await over.CancelAsync();
        await Task.WhenAll(work);
        await clinic.RestartAsync();
        Assert.True(codes.Count > 12, $"only {codes.Count} were registered");
        foreach (string code in codes)
        {
            Assert.Equal(201, (await clinic.RevealAsync(code, "email")).Status);
        }
    }

    [Fact]
    public async Task Rekeying_asks_for_the_second_factor_and_an_open_compartment()
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Answer early = await RekeyAsync(clinic);
        await clinic.StepUpAsync();
        Answer nowhere = await clinic.SendAsync(HttpMethod.Post, "compartments/nowhere/rekeyings");
        await clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");
        Answer closed = await RekeyAsync(clinic);

        Assert.Equal((401, "step-up-required"), (early.Status, early.Code));
        Assert.Equal((404, "not-found"), (nowhere.Status, nowhere.Code));
        Assert.Equal((503, "compartment-closed"), (closed.Status, closed.Code));
    }

    private static Task<Answer> RekeyAsync(Clinic clinic) =>
        clinic.SendAsync(HttpMethod.Post, "compartments/clinic/rekeyings");

    private static async Task WorkAsync(Clinic clinic, ConcurrentBag<string> codes, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            string code = await clinic.RegisterAsync(Ada);
            codes.Add(code);
            Answer revealed = await clinic.RevealAsync(code, "email");
            Assert.True(revealed.Status == 201, revealed.Body);
            Answer found = await clinic.SendAsync(
                HttpMethod.Post, "customers/lookups", new { fields = new { email = "ada@example.org" } });
            Assert.True(found.Status is 200 or 429, found.Body);
        }
    }
}
