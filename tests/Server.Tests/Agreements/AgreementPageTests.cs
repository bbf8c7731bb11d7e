using System.Net;

namespace Strongroom.Server.Tests.Agreements;

/// <summary>The agreement as a browser without script reads and accepts it.</summary>
public sealed class AgreementPageTests
{
    [Fact]
    public async Task It_is_read_accepted_with_a_code_and_the_receipt_verified()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string token = await server.LogInAsync(owner);
        string id = (await server.SendAsync(HttpMethod.Post, "agreements", new { text = "# Two\n\nNew words.\n" }, token))
            .Text("id");
        var visit = new PageVisit(server, token);
        Answer page = await visit.GetAsync("/agreement");
        Assert.Contains("<h2>Two</h2>", page.Body, StringComparison.Ordinal);
        Assert.Contains("<ins><p>New words.</p>", page.Body, StringComparison.Ordinal);
        Assert.Contains("You signed version 1", page.Body, StringComparison.Ordinal);

        Answer without = await visit.SubmitAsync(
            "/agreement", null, ("agreement", id), ("name", "Ada Example"), ("code", server.NextCode(owner)));
        Answer wrong = await visit.SubmitAsync(
            "/agreement", null, ("agreement", id), ("name", "Ada Example"), ("intent", "yes"), ("code", "000000"));
        Answer accepted = await visit.SubmitAsync(
            "/agreement", null, ("agreement", id), ("name", "Ada Example"), ("intent", "yes"),
            ("code", server.NextCode(owner)));

        Assert.Equal((422, 422), (without.Status, wrong.Status));
        Assert.Contains("value=\"Ada Example\"", wrong.Body, StringComparison.Ordinal);
        Assert.Equal((303, "/agreement/receipts/2"), (accepted.Status, accepted.Headers["Location"]));
        Answer receipt = await visit.GetAsync("/agreement/receipts/2");
        Assert.Contains("everything about it still holds", receipt.Body, StringComparison.Ordinal);
        Assert.Contains("not by a key of the signer", receipt.Body, StringComparison.Ordinal);
        string json = WebUtility.HtmlDecode(receipt.Body.Split("spellcheck=\"false\">")[1].Split("</textarea>")[0]);
        Answer genuine = await visit.SubmitAsync("/agreement/verify", null, ("receipt", json));
        Assert.Contains("The receipt is genuine.", genuine.Body, StringComparison.Ordinal);
        Answer false_ = await visit.SubmitAsync(
            "/agreement/verify", null, ("receipt", json.Replace("Ada", "Eve", StringComparison.Ordinal)));
        Assert.Contains("The receipt is not genuine", false_.Body, StringComparison.Ordinal);
        Assert.Equal(422, (await visit.SubmitAsync("/agreement/verify", null, ("receipt", "{"))).Status);
    }

    [Fact]
    public async Task Saying_no_stops_there_and_says_what_follows()
    {
        await using Signing signing = await Signing.BeginAsync();
        PageVisit visit = signing.Visit();

        Answer answer = await visit.SubmitAsync("/agreement", null, ("agreement", signing.Id), ("decline", "yes"));

        Assert.Equal((303, "/agreement?done=declined"), (answer.Status, answer.Headers["Location"]));
        Assert.Contains("You did not agree", (await visit.GetAsync("/agreement?done=declined")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_of_somebody_else_is_not_there()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer running = server;
        string token = await server.LogInSteppedUpAsync(owner);
        Person grace = await server.AddPersonAsync(token, "grace@example.org", "case-handler");
        var visit = new PageVisit(server, await server.LogInAsync(grace));

        Assert.Equal(404, (await visit.GetAsync("/agreement/receipts/1")).Status);
        Assert.Equal(404, (await visit.GetAsync("/agreement/receipts/7")).Status);
    }
}
