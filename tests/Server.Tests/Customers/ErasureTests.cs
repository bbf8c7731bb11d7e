using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Sealing;

namespace Strongroom.Server.Tests.Customers;

public class ErasureTests
{
    private static readonly object Ada =
        new Dictionary<string, object> { ["full-name"] = "Ada Example", ["email"] = "ada@example.org" };

    private static readonly object Grace =
        new Dictionary<string, object> { ["full-name"] = "Grace Example", ["email"] = "grace@example.org" };

    [Fact]
    public async Task An_erased_customer_is_not_there_and_everybody_else_is()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string erased = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Grace);
        await clinic.StepUpAsync();

        Answer done = await EraseAsync(clinic, erased);
        Answer again = await EraseAsync(clinic, erased);
        Answer shown = await clinic.SendAsync(HttpMethod.Get, "customers/" + erased);
        Answer found = await clinic.SendAsync(
            HttpMethod.Post, "customers/lookups", new { fields = new { email = "ada@example.org" } });
        Answer revealed = await clinic.RevealAsync(other, "email");
        await clinic.RestartAsync();

        Assert.Equal(201, done.Status);
        Assert.Equal((404, "not-found"), (again.Status, again.Code));
        Assert.Equal((404, "not-found"), (shown.Status, shown.Code));
        Assert.Empty(found.Json.GetProperty("items").EnumerateArray());
        Assert.Equal("grace@example.org", revealed.Json.GetProperty("values").GetProperty("email").GetString());
        Assert.Equal(404, (await clinic.SendAsync(HttpMethod.Get, "customers/" + erased)).Status);
        Assert.Equal(201, (await clinic.RevealAsync(other, "email")).Status);
        Answer list = await clinic.SendAsync(HttpMethod.Get, "compartments");
        Assert.Equal(1, list.Json.GetProperty("items")[0].GetProperty("customers").GetInt32());
    }

    [Fact]
    public async Task The_certificate_is_signed_says_which_keys_are_gone_and_can_be_read_again()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.StepUpAsync();

        Answer done = await EraseAsync(clinic, code);
        Answer again = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}/erasures");
        Answer log = await clinic.SendAsync(HttpMethod.Get, "log/checkpoints");
        Answer never = await clinic.SendAsync(
            HttpMethod.Get, $"customers/{await clinic.RegisterAsync(Grace)}/erasures");

        Assert.Equal(done.Body, again.Body);
        Assert.Equal((404, "not-found"), (never.Status, never.Code));
        JsonElement certificate = done.Json;
        Assert.Equal(code, certificate.GetProperty("code").GetString());
        Assert.Equal("asked", certificate.GetProperty("reason").GetString());
        Assert.Equal(
            (1, 1, 2),
            (certificate.GetProperty("customerKeyEpoch").GetInt32(),
                certificate.GetProperty("compartmentKeyGeneration").GetInt32(),
                certificate.GetProperty("nextGeneration").GetInt32()));
        Assert.Equal(
            DateOnly.FromDateTime(clinic.Server.Time.GetUtcNow().UtcDateTime).AddDays(36),
            DateOnly.Parse(certificate.GetProperty("unreadableInBackupsFrom").GetString()!, null));
        Assert.Equal(log.Text("key"), certificate.GetProperty("signer").GetString());
        Assert.True(IsSigned(done.Body));
        Assert.False(IsSigned(done.Body.Replace(code, "0000-0000-0000-00", StringComparison.Ordinal)));
        Assert.DoesNotContain("Ada", done.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_refuses_erasing_until_it_is_lifted()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.StepUpAsync();

        Answer held = await clinic.SendAsync(HttpMethod.Post, $"customers/{code}/holds", new { @case = "2026-118" });
        Answer refused = await EraseAsync(clinic, code);
        Answer shown = await clinic.SendAsync(HttpMethod.Get, $"customers/{code}");
        Answer revealed = await clinic.RevealAsync(code, "email");
        Answer lifted = await clinic.SendAsync(HttpMethod.Delete, $"customers/{code}/holds");
        Answer done = await EraseAsync(clinic, code);

        Assert.Equal((204, 204), (held.Status, lifted.Status));
        Assert.Equal((409, "retention-hold"), (refused.Status, refused.Code));
        Assert.True(shown.Json.TryGetProperty("heldAt", out _));
        Assert.Equal(201, revealed.Status);
        Assert.Equal(201, done.Status);
    }

    [Fact]
    public async Task Erasing_asks_for_the_second_factor_a_reason_of_the_list_and_the_right()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        Answer early = await EraseAsync(clinic, code);
        await clinic.StepUpAsync();
        string stranger = await clinic.WorkerAsync("alan@example.org", "accounts");

        Answer why = await clinic.SendAsync(HttpMethod.Post, $"customers/{code}/erasures", new { reason = "Ada asked" });
        Answer other = await clinic.Server.SendAsync(
            HttpMethod.Post, $"customers/{code}/erasures", new { reason = "asked" }, stranger);

        Assert.Equal((401, "step-up-required"), (early.Status, early.Code));
        Assert.Equal((400, "validation"), (why.Status, why.Code));
        Assert.DoesNotContain("Ada", why.Body, StringComparison.Ordinal);
        Assert.Equal(401, other.Status); // a step-up first; whether there is such a customer stays unsaid
        Assert.Equal(200, (await clinic.SendAsync(HttpMethod.Get, "customers/" + code)).Status);
    }

    [Fact]
    public async Task The_log_has_the_asking_and_the_end_and_its_proofs_still_hold()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        await clinic.RevealAsync(code, "email");
        await clinic.StepUpAsync();

        Answer done = await EraseAsync(clinic, code);

        Answer entries = await clinic.SendAsync(HttpMethod.Get, "log/entries?from=0&limit=200");
        string handle = done.Text("handle");
        Assert.Equal(
            ["Created", "Revealed", "Erased", "ErasureCertified"],
            entries.Json.GetProperty("items").EnumerateArray()
                .Where(entry => entry.TryGetProperty("object", out JsonElement found) && found.GetString() == handle)
                .Select(entry => entry.GetProperty("act").GetString()));
        Answer proof = await clinic.SendAsync(
            HttpMethod.Get, $"log/proofs/{done.Json.GetProperty("entry").GetInt64()}");
        Assert.Equal(200, proof.Status);
    }

    [Fact]
    public async Task Paperwork_goes_with_the_customer_and_its_files_with_it()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(Ada);
        string other = await clinic.RegisterAsync(Grace);
        string gone = await AddTextAsync(clinic, code);
        string kept = await AddTextAsync(clinic, other);
        await clinic.StepUpAsync();
        string[] before = FilesOf(clinic);

        Answer done = await EraseAsync(clinic, code);

        Assert.Equal((1, 2), (done.Json.GetProperty("documents").GetInt32(), done.Json.GetProperty("files").GetInt32()));
        Assert.Equal((4, 2), (before.Length, FilesOf(clinic).Length));
        Assert.Equal(404, (await clinic.SendAsync(HttpMethod.Get, "documents/" + gone)).Status);
        Assert.Equal(200, (await clinic.SendAsync(HttpMethod.Get, "documents/" + kept)).Status);
    }

    [Fact]
    public async Task Twenty_erased_at_the_same_moment_are_all_gone_while_others_are_registered()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string[] codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clinic.RegisterAsync(Ada)));
        await clinic.StepUpAsync();

        Task<string[]> others = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clinic.RegisterAsync(Grace)));
        Answer[] erased = await Task.WhenAll(codes.Select(code => EraseAsync(clinic, code)));

        Assert.All(erased, answer => Assert.Equal(201, answer.Status));
        Assert.All(
            await Task.WhenAll((await others).Select(code => clinic.SendAsync(HttpMethod.Get, "customers/" + code))),
            answer => Assert.Equal(200, answer.Status));
        Answer list = await clinic.SendAsync(HttpMethod.Get, "compartments");
        Assert.Equal(20, list.Json.GetProperty("items")[0].GetProperty("customers").GetInt32());
    }

    private static Task<Answer> EraseAsync(Clinic clinic, string code) =>
        clinic.SendAsync(HttpMethod.Post, $"customers/{code}/erasures", new { reason = "asked" });

    private static string[] FilesOf(Clinic clinic) => [.. Directory.EnumerateFiles(
        Path.Combine(clinic.Server.Folder, "data", "compartments"), "record-*", SearchOption.AllDirectories)];

    private static async Task<string> AddTextAsync(Clinic clinic, string code)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(code), "customer" },
            { new StringContent("letter"), "kind" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Dear Ada Example, your file is ready.")), "file", "a.txt" },
        };
        Answer accepted = await clinic.SendAsync(HttpMethod.Post, "documents", form);
        Assert.Equal(202, accepted.Status);
        Assert.Equal("done", await clinic.EndOfAsync(accepted.Text("job")));
        return accepted.Text("document");
    }

    /// <summary>Checks a certificate as an outsider does: the text without the signature, after the label.</summary>
    private static bool IsSigned(string certificate)
    {
        JsonNode parsed = JsonNode.Parse(certificate)!;
        byte[] signature = Convert.FromBase64String(parsed["signature"]!.GetValue<string>());
        int at = certificate.LastIndexOf("\"signature\":\"", StringComparison.Ordinal) + "\"signature\":\"".Length;
        string unsigned = string.Concat(certificate.AsSpan(0, at), "\"}");
        return VerifyingKey.Parse(parsed["signer"]!.GetValue<string>(), null).Verifies(
            Encoding.UTF8.GetBytes("erasure-certificate/v1" + unsigned), signature);
    }
}
