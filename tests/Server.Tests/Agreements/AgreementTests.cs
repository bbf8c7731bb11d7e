using System.Net.Http;
using Strongroom.Server.Agreements;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Agreements;

public class AgreementTests
{
    [Fact]
    public async Task A_new_version_shuts_the_door_until_it_is_signed()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        string old = (await server.SendAsync(HttpMethod.Get, "agreements/current", token: token)).Text("id");

        Answer published = await server.SendAsync(HttpMethod.Post, "agreements",
            new { text = "# Two\r\n\r\nNew words.  \r\n" }, token);

        Assert.Equal(201, published.Status);
        Assert.Equal("# Two\n\nNew words.\n", published.Text("text"));
        Assert.Equal("3 of 4 done", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Text("summary"));
        object signature = new { name = "Ada Example", intent = true };
        Assert.Equal(
            409, (await server.SendAsync(HttpMethod.Post, $"agreements/{old}/signatures", signature, token)).Status);
        Assert.Equal(201, (await server.SendAsync(
            HttpMethod.Post, $"agreements/{published.Text("id")}/signatures", signature, token)).Status);
        Assert.Equal("4 of 4 done", (await server.SendAsync(HttpMethod.Get, "me", token: token)).Text("summary"));
    }

    [Fact]
    public async Task The_receipt_is_a_proof_that_can_be_computed_again()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        Answer agreement = await server.SendAsync(HttpMethod.Get, "agreements/current", token: token);

        Answer receipt = await server.SendAsync(
            HttpMethod.Get, $"agreements/{agreement.Text("id")}/signatures/1", token: token);

        byte[] hash = AgreementHash.Of(
            AgreementId.Parse(receipt.Text("agreement")),
            receipt.Json.GetProperty("version").GetInt64(),
            agreement.Text("text"),
            StaffId.Parse(receipt.Text("signer")),
            Convert.FromHexString(receipt.Text("nonce")));
        Assert.Equal(Convert.ToHexStringLower(hash), receipt.Text("hash"));
        Assert.Equal("acceptance", receipt.Text("method"));
        Assert.Equal(agreement.Text("textSha256"), receipt.Text("textSha256"));
    }

    [Fact]
    public async Task Signing_needs_intent_and_a_factor_that_is_fresh()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string token = await server.LogInAsync(owner);
        string id = (await server.SendAsync(HttpMethod.Post, "agreements", new { text = "Two" }, token)).Text("id");
        string path = $"agreements/{id}/signatures";
        Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, path, new { name = "Ada Example", intent = false },
            token)).Status);
        server.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(401,
            (await server.SendAsync(HttpMethod.Post, path, new { name = "Ada Example", intent = true }, token)).Status);
        Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, path,
            new { name = "Ada Example", intent = true, code = "000000" }, token)).Status);
        Assert.Equal(201, (await server.SendAsync(HttpMethod.Post, path,
            new { name = "Ada Example", intent = true, code = server.NextCode(owner) }, token)).Status);
    }

    [Fact]
    public async Task A_colleague_without_the_permission_sees_no_receipt_but_the_own()
    {
        (RunningServer server, Person owner) = await RunningServer.StartClaimedAsync();
        await using RunningServer _ = server;
        string ownerToken = await server.LogInSteppedUpAsync(owner);
        string token = await server.LogInAsync(
            await server.AddPersonAsync(ownerToken, "grace@example.org", "case-handler"));
        string id = (await server.SendAsync(HttpMethod.Get, "agreements/current", token: token)).Text("id");

        Assert.Equal(
            404, (await server.SendAsync(HttpMethod.Get, $"agreements/{id}/signatures/1", token: token)).Status);
        Answer signed = await server.SendAsync(HttpMethod.Post, $"agreements/{id}/signatures",
            new { name = "Grace", intent = true }, token);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Get, signed.Headers["Location"], token: token)).Status);
        Answer signers = await server.SendAsync(HttpMethod.Get, $"agreements/{id}/signatures", token: ownerToken);
        Assert.Equal(2, signers.Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb\n")]
    [InlineData("\uFEFFa  \n\n\n", "a\n")]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("a\u0007", null)]
    public void There_is_one_form_of_a_text(string text, string? canonical)
    {
        Assert.Equal(canonical is not null, CanonicalText.TryMake(text, out string? made));
        Assert.Equal(canonical, made);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        Assert.False(CanonicalText.TryMake("a" + (char)0xd800, out _));
        Assert.False(CanonicalText.TryMake("a" + (char)0xdc00 + "b", out _));
        Assert.True(CanonicalText.TryMake("a\U0001F512", out _));
    }

    [Fact]
    public void The_hash_stays_as_it_is_written_down()
    {
        AgreementId agreement = AgreementId.Parse("agreement-000102030405060708090a0b0c0d0e0f");
        StaffId signer = StaffId.Parse("staff-101112131415161718191a1b1c1d1e1f");

        byte[] hash = AgreementHash.Of(agreement, 7, "# Text\n", signer, new byte[32]);

        Assert.Equal(
            "a53636f961436ee30bff3a52e8b76fa8347ba6b09af67afb009a6a74e891b7a2", Convert.ToHexStringLower(hash));
    }
}
