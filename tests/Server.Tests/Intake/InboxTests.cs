using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Strongroom.Sealing;
using Strongroom.Server.Codes;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Intake;

/// <summary>What lies in an inbox is untrusted: it becomes a customer or is set aside, and stops nobody.</summary>
public class InboxTests
{
    [Fact]
    public async Task Damaged_planted_and_strange_files_are_set_aside_and_the_good_ones_are_taken_in()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Assert.Equal(200, (await desk.CloseAsync()).Status);
        var receipts = new List<PublicAnswer>();
        for (int i = 0; i < 3; i++)
        {
            receipts.Add(await desk.SendAsync(("full-name", $"Grace Example {i}")));
        }

        string[] files = [.. (await desk.WaitingAsync()).Order(StringComparer.Ordinal)];
        string inbox = Path.GetDirectoryName(files[0])!;
        byte[] good = await File.ReadAllBytesAsync(files[0], TestContext.Current.CancellationToken);
        string[] planted = await PlantAsync(desk, inbox, good);

        Assert.Equal(200, (await desk.ReopenAsync()).Status);
        await desk.TakenAsync();

        foreach ((PublicAnswer receipt, int i) in receipts.Select((receipt, i) => (receipt, i)))
        {
            Assert.Equal($"Grace Example {i}", await desk.RevealAsync(receipt.Code, "full-name"));
        }

        Assert.Equal(
            planted.Order(StringComparer.Ordinal),
            (await desk.AsideAsync()).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        await AssertSeenAsync(desk, planted.Length);
    }

    [Fact]
    public async Task A_file_that_comes_back_after_it_was_taken_in_makes_no_second_customer()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Assert.Equal(200, (await desk.CloseAsync()).Status);
        PublicAnswer receipt = await desk.SendAsync(("full-name", "Grace Example"));
        string file = Assert.Single(await desk.WaitingAsync());
        byte[] content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await desk.ReopenAsync();
        await desk.TakenAsync();

        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        await desk.TakenAsync();

        Answer list = await desk.Clinic.SendAsync(HttpMethod.Get, "customers");
        Assert.Equal(receipt.Code, Assert.Single(list.Json.GetProperty("items").EnumerateArray()).GetProperty(
            "code").GetString());
        Assert.Empty(await desk.AsideAsync());
    }

    [Fact]
    public async Task When_a_compartment_is_full_the_rest_goes_to_the_next_one_and_the_form_follows()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync("--Compartments:Cap=2");
        Assert.Equal(200, (await desk.CloseAsync()).Status);
        var receipts = new List<PublicAnswer>();
        for (int i = 0; i < 5; i++)
        {
            receipts.Add(await desk.SendAsync(("full-name", $"Grace Example {i}")));
        }

        await desk.ReopenAsync();
        await desk.TakenAsync();
        foreach ((PublicAnswer receipt, int i) in receipts.Select((receipt, i) => (receipt, i)))
        {
            Assert.Equal($"Grace Example {i}", await desk.RevealAsync(receipt.Code, "full-name"));
        }

        string sealedTo = string.Empty;
        for (int i = 0; i < 500 && sealedTo != "clinic-3"; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            sealedTo = (await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms/welcome")).Text("compartment");
        }

        Assert.Equal("clinic-3", sealedTo);
        PublicAnswer next = await desk.SendAsync(("full-name", "Grace Example 5"));
        await desk.TakenAsync("clinic-3");
        Answer shown = await desk.Clinic.SendAsync(HttpMethod.Get, $"customers/{next.Code}");
        Assert.Equal("clinic-3", shown.Text("compartment"));
    }

    [Fact]
    public async Task A_form_sent_again_after_the_series_went_on_is_still_one_customer()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync("--Compartments:Cap=1");
        Dictionary<string, string> fields = await desk.Site.OpenAsync(IntakeDesk.Slug);
        fields["full-name"] = "Grace Example";
        PublicAnswer first = await desk.Site.PostAsync(IntakeDesk.Slug, fields);
        await desk.TakenAsync();
        PublicAnswer other = await desk.SendAsync(("full-name", "Ada Example"));
        await desk.TakenAsync();
        Dictionary<string, string> hidden = [];
        for (int i = 0; i < 500 && hidden.GetValueOrDefault("version") != "2"; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            hidden = await desk.Site.OpenAsync(IntakeDesk.Slug);
        }

        fields["version"] = "2";
        PublicAnswer again = await desk.Site.PostAsync(IntakeDesk.Slug, fields);
        await desk.TakenAsync("clinic-2");

        Assert.Equal(first.Code, again.Code);
        Assert.NotEqual(first.Code, other.Code);
        Answer list = await desk.Clinic.SendAsync(HttpMethod.Get, "customers");
        Assert.Equal(2, list.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_code_that_another_customer_has_is_not_given_twice()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        Assert.Equal(200, (await desk.CloseAsync()).Status);
        Dictionary<string, string> fields = await desk.Site.OpenAsync(IntakeDesk.Slug);
        Assert.True(SubmitToken.TryParse(fields["token"], out SubmitToken? token));
        CodeRoutes routes = desk.Clinic.Server.Services.GetRequiredService<CodeRoutes>();
        CompartmentId elsewhere = CompartmentId.New();
        CodeHold held = Assert.Single(await routes.HoldAsync(
            elsewhere, [(token.Code(0), ObjectHandle.New())], TestContext.Current.CancellationToken));
        Assert.Equal(CodeHoldState.Fresh, held.State);

        fields["full-name"] = "Grace Example";
        PublicAnswer receipt = await desk.Site.PostAsync(IntakeDesk.Slug, fields);
        await desk.ReopenAsync();
        await desk.TakenAsync();

        Assert.Equal(token.Code(0).ToString(), receipt.Code);
        Assert.False(await desk.IsThereAsync(receipt.Code));
        Assert.Equal("Grace Example", await desk.RevealAsync(token.Code(1).ToString(), "full-name"));
    }

    [Fact]
    public async Task A_thousand_that_wait_are_taken_in()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync(
            "--Intake:SendsPerMinute=1000000", "--Compartments:Cap=2000");
        Assert.Equal(200, (await desk.CloseAsync()).Status);
        var sent = new List<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            {
                PublicAnswer receipt = await desk.SendAsync(("full-name", $"Grace Example {i}"));
                lock (sent)
                {
                    sent.Add(receipt.Code);
                }
            });

        await desk.ReopenAsync();
        await desk.TakenAsync();

        Answer compartment = await desk.Clinic.SendAsync(HttpMethod.Get, "compartments/clinic");
        Assert.Equal(1000, compartment.Json.GetProperty("customers").GetInt32());
        Assert.True(await desk.IsThereAsync(sent[0]) && await desk.IsThereAsync(sent[^1]));
    }

    [Fact]
    public void A_token_and_a_file_give_what_the_vectors_say()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "vectors", "inbox.json");
        JsonElement vectors = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        foreach (JsonElement vector in vectors.EnumerateArray())
        {
            string Text(string name) => vector.GetProperty(name).GetString()!;
            byte[] sealedFile = Convert.FromBase64String(Text("file"));
            using var inbox = AgeIdentity.TakeFrom(Convert.FromHexString(Text("identity")));
            Assert.True(SubmitToken.TryParse(Text("token"), out SubmitToken? token));
            Assert.True(Submission.TryOpen(sealedFile, inbox, out Submission? submission));

            Assert.Equal(Text("name"), token.Name);
            Assert.Equal(Text("handle"), token.Handle.ToString());
            Assert.Equal(Text("customer"), token.Customer.ToString());
            Assert.Equal(Text("token"), token.ToText());
            Assert.Equal(
                vector.GetProperty("codes").EnumerateArray().Select(code => code.GetString()),
                new[] { token.Code(0).ToString(), token.Code(1).ToString() });
            Assert.Equal(Text("token"), submission.Token);
            Assert.Equal(Text("note"), submission.Fields["note"].GetString());
            Assert.True(submission.TrySeal(inbox.Recipient, out byte[]? again));
            Assert.Equal(vector.GetProperty("length").GetInt32(), again.Length);
        }
    }

    [Theory]
    [InlineData(1, 4096)]
    [InlineData(3000, 4096)]
    [InlineData(5000, 16384)]
    [InlineData(40_000, 65536)]
    [InlineData(200_000, 262144)]
    public void A_length_says_only_which_of_four_classes_it_is(int characters, int padded)
    {
        using var inbox = AgeIdentity.New();
        Submission Of(int length) => new()
        {
            Format = Submission.FormatName,
            Token = "t",
            Form = "welcome",
            Version = 1,
            SentAt = DateTimeOffset.UnixEpoch,
            Fields = new Dictionary<string, JsonElement>
            {
                ["note"] = JsonSerializer.SerializeToElement(new string('x', length)),
            },
        };

        Assert.True(Of(characters).TrySeal(inbox.Recipient, out byte[]? file));
        Assert.Equal(padded + 184 + (16 * ((padded + 65535) / 65536)), file.Length);
        Assert.False(Of(300_000).TrySeal(inbox.Recipient, out _));
    }

    /// <summary>Puts files there that the listener would not have written; gives their names.</summary>
    private static async Task<string[]> PlantAsync(IntakeDesk desk, string inbox, byte[] good)
    {
        FormSet forms = desk.Clinic.Server.Services.GetRequiredService<PublishedForms>().Current;
        AgeRecipient recipient = AgeRecipient.Parse(forms.Forms[0].Recipient);
        using var other = AgeIdentity.New();
        byte[] flipped = [.. good];
        flipped[^1] ^= 1;
        string token = SubmitToken.New(desk.Clinic.Server.Time.GetUtcNow()).ToText();
        var planted = new Dictionary<string, byte[]>
        {
            ["empty.age"] = [],
            ["text.age"] = "not sealed"u8.ToArray(),
            ["flipped.age"] = flipped,
            ["cut.age"] = good[..^100],
            ["copy.age"] = good, // another name than its token's
            ["huge.age"] = new byte[Submission.LongestFile + 1],
            ["other.age"] = AgeFile.Seal(new byte[4096], other.Recipient),
            ["zeros.age"] = AgeFile.Seal(new byte[4096], recipient),
            ["odd.age"] = AgeFile.Seal(new byte[100], recipient),
            ["json.age"] = Sealed("{\"format\":1}", recipient),
            ["nulls.age"] = Sealed("null", recipient),
            ["deep.age"] = Sealed(new string('[', 2000), recipient),
            [Name(token, "long")] = Sealed(Json(token, "{\"full-name\":\"" + new string('x', 401) + "\"}"), recipient),
        };
        foreach ((string fields, int i) in ((string[])
            [
                "{}", "{\"full-name\":1}", "{\"full-name\":null}", "{\"nothing\":\"x\"}", "{\"full-name\":\"\\ud800\"}",
                "{\"payment-card\":{\"number\":\"4111111111111111\",\"cvv\":\"123\"}}", "{\"note\":\"cvv 123\"}",
            ]).Select((fields, i) => (fields, i)))
        {
            string own = SubmitToken.New(desk.Clinic.Server.Time.GetUtcNow()).ToText();
            planted.Add(Name(own, i.ToString("d", null)), Sealed(Json(own, fields), recipient));
        }

        foreach ((string name, byte[] content) in planted)
        {
            await File.WriteAllBytesAsync(Path.Combine(inbox, name), content, TestContext.Current.CancellationToken);
        }

        Directory.CreateDirectory(Path.Combine(inbox, "folder.age"));
        File.CreateSymbolicLink(Path.Combine(inbox, "link.age"), Path.Combine(desk.DataFolder, "registry.db"));
        using Process pipe = Process.Start("mkfifo", Path.Combine(inbox, "pipe.age"));
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        return [.. planted.Keys, "folder.age", "link.age", "pipe.age"];
    }

    private static string Name(string token, string otherwise) =>
        (SubmitToken.TryParse(token, out SubmitToken? own) ? own.Name : otherwise) + ".age";

    private static string Json(string token, string fields) =>
        $$"""{"format":"strongroom-submission/1","token":"{{token}}","form":"welcome","version":1,"sentAt":"2026-01-01T00:00:00Z","fields":{{fields}}}""";

    private static byte[] Sealed(string json, AgeRecipient recipient)
    {
        byte[] padded = new byte[4096];
        BinaryPrimitives.WriteInt32BigEndian(padded, Encoding.UTF8.GetByteCount(json));
        Encoding.UTF8.GetBytes(json, padded.AsSpan(4));
        return AgeFile.Seal(padded, recipient);
    }

    private static async Task AssertSeenAsync(IntakeDesk desk, int count)
    {
        Answer form = await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms/welcome");
        Assert.Equal(count, form.Json.GetProperty("setAside").GetInt32());
        string checks = (await desk.Clinic.SendAsync(HttpMethod.Get, "checks")).Body;
        Assert.Contains($"{count} files of the public inboxes could not be taken in", checks, StringComparison.Ordinal);
        Answer log = await desk.Clinic.SendAsync(HttpMethod.Get, "log/entries?limit=200");
        Assert.Equal(count, log.Json.GetProperty("items").EnumerateArray().Count(
            entry => entry.GetProperty("act").GetString() == "SetAside"));
    }
}
