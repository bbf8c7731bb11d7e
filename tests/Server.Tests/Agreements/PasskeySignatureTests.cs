using System.Buffers.Text;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Strongroom.Server.Agreements;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Agreements;

public sealed class PasskeySignatureTests
{
    [Fact]
    public async Task The_passkey_signs_the_hash_of_the_text_and_the_receipt_proves_it_to_anybody()
    {
        await using Signing signing = await Signing.BeginAsync();

        Answer signed = await signing.SignAsync();

        Assert.Equal((201, "passkey"), (signed.Status, signed.Text("method")));
        byte[] hash = AgreementHash.Of(
            AgreementId.Parse(signed.Text("agreement")), signed.Json.GetProperty("version").GetInt64(), signing.Text,
            StaffId.Parse(signed.Text("signer")), Convert.FromHexString(signed.Text("nonce")));
        Assert.Equal(Convert.ToHexStringLower(hash), signed.Text("hash"));
        byte[] browser = Base64Url.DecodeFromChars(signed.Text("clientDataJSON"));
        using var said = JsonDocument.Parse(browser);
        Assert.Equal(Base64Url.EncodeToString(hash), said.RootElement.GetProperty("challenge").GetString());
        byte[] key = Base64Url.DecodeFromChars(signed.Text("publicKey"));
        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = key[10..42], Y = key[45..77] },
        });
        byte[] signedBytes =
            [.. Base64Url.DecodeFromChars(signed.Text("authenticatorData")), .. SHA256.HashData(browser)];
        Assert.True(verifier.VerifyData(
            signedBytes, Base64Url.DecodeFromChars(signed.Text("signature")), HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal("4 of 4 done", (await signing.GetAsync("me")).Text("summary"));
    }

    [Fact]
    public async Task The_receipt_is_found_genuine_also_when_the_passkey_is_gone()
    {
        await using Signing signing = await Signing.BeginAsync();
        Answer signed = await signing.SignAsync();
        Assert.Equal(204, (await signing.SendAsync(HttpMethod.Delete, $"passkeys/{signing.PasskeyId}")).Status);

        Answer verified = await signing.VerifyAsync(JsonNode.Parse(signed.Body)!);

        Assert.True(verified.Json.GetProperty("isGenuine").GetBoolean(), verified.Body);
        Assert.Equal(5, verified.Json.GetProperty("checks").GetArrayLength());
    }

    [Fact]
    public async Task A_receipt_changed_in_any_part_is_not_genuine()
    {
        await using Signing signing = await Signing.BeginAsync();
        Answer signed = await signing.SignAsync();
        JsonObject receipt = JsonNode.Parse(signed.Body)!.AsObject();
        foreach ((string part, JsonNode? value) in receipt.ToArray())
        {
            JsonNode changed = JsonNode.Parse(signed.Body)!;
            changed[part] = Change(part, value!);

            Answer verified = await signing.VerifyAsync(changed);

            Assert.True(
                verified.Status is 404 || !verified.Json.GetProperty("isGenuine").GetBoolean(), $"{part} was changed");
        }
    }

    [Theory]
    [InlineData("publicKey")]
    [InlineData("authenticatorData")]
    [InlineData("clientDataJSON")]
    [InlineData("signature")]
    [InlineData("hash")]
    public async Task The_passkeys_part_fails_by_itself(string part)
    {
        await using Signing signing = await Signing.BeginAsync();
        Answer signed = await signing.SignAsync();
        JsonNode changed = JsonNode.Parse(signed.Body)!;
        changed[part] = Change(part, changed[part]!);

        Answer verified = await signing.VerifyAsync(changed);

        JsonElement passkey = verified.Json.GetProperty("checks").EnumerateArray().Single(
            check => check.GetProperty("name").GetString() == "passkey");
        Assert.False(passkey.GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task Signing_twice_gives_the_first_receipt_and_a_version_published_meanwhile_is_not_signed()
    {
        await using Signing signing = await Signing.BeginAsync();
        Answer first = await signing.SignAsync();

        Answer again = await signing.SignAsync();
        Assert.Equal(first.Text("hash"), again.Text("hash"));

        string id = (await signing.PublishAsync("# Three\n")).Text("id");
        Answer asked = await signing.AskAsync(id);
        await signing.PublishAsync("# Four\n");
        Answer late = await signing.AnswerAsync(id, asked);
        Assert.Equal((409, "version-conflict"), (late.Status, late.Code));
    }

    [Fact]
    public async Task An_answer_for_one_version_signs_no_other_and_a_log_in_signs_nothing()
    {
        await using Signing signing = await Signing.BeginAsync();
        Answer asked = await signing.AskAsync(signing.Id);
        string other = (await signing.PublishAsync("# Three\n")).Text("id");
        Answer logIn = await signing.SendAsync(HttpMethod.Post, "sessions/passkeys/challenges");

        Assert.Equal(400, (await signing.AnswerAsync(other, asked)).Status);
        Assert.Equal(400, (await signing.AnswerAsync(other, logIn)).Status);
        Assert.Equal("3 of 4 done", (await signing.GetAsync("me")).Text("summary"));
    }

    [Fact]
    public async Task Signing_by_passkey_needs_a_name_and_intent()
    {
        await using Signing signing = await Signing.BeginAsync();
        string path = $"agreements/{signing.Id}/signatures/passkeys/challenges";

        Assert.Equal(400, (await signing.SendAsync(
            HttpMethod.Post, path, new { name = "Ada Example", intent = false })).Status);
        Assert.Equal(400, (await signing.SendAsync(HttpMethod.Post, path, new { name = " ", intent = true })).Status);
    }

    [Fact]
    public async Task Saying_no_is_put_on_record_and_changes_nothing_else()
    {
        await using Signing signing = await Signing.BeginAsync();

        Answer declined = await signing.SendAsync(HttpMethod.Post, $"agreements/{signing.Id}/declines");

        Assert.Equal(204, declined.Status);
        Assert.Contains("AgreementDeclined", (await signing.GetAsync("log/entries")).Body, StringComparison.Ordinal);
        Assert.Equal("3 of 4 done", (await signing.GetAsync("me")).Text("summary"));
        Assert.Equal(201, (await signing.SignAsync()).Status);
    }

    private static JsonNode Change(string part, JsonNode value) => part switch
    {
        "receipt" or "version" or "entry" => value.GetValue<long>() + 1,
        "signedAt" => "2020-01-01T00:00:00+00:00",
        "publicKey" or "credential" or "authenticatorData" or "clientDataJSON" or "signature" => Flip(value),
        "method" => "acceptance",
        _ => (value.GetValue<string>()[^1] == '0' ? "1" : "0") is var end ? value.GetValue<string>()[..^1] + end : "",
    };

    private static string Flip(JsonNode value)
    {
        byte[] bytes = Base64Url.DecodeFromChars(value.GetValue<string>());
        bytes[^1] ^= 1;
        return Base64Url.EncodeToString(bytes);
    }
}
