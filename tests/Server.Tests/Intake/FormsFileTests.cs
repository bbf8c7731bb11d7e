using System.Text;
using Strongroom.Sealing;
using Strongroom.Server.Intake.Forms;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Intake;

/// <summary>Who can write into the data folder cannot let the public seal to a key of his own.</summary>
public sealed class FormsFileTests
{
    [Fact]
    public async Task A_changed_a_forged_an_old_and_a_missing_file_are_not_trusted_and_show_no_form()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        byte[] first = await File.ReadAllBytesAsync(desk.FormsFile, TestContext.Current.CancellationToken);
        Answer second = await desk.PublishAsync();
        Assert.True(second.Status == 201, second.Body);
        byte[] good = await File.ReadAllBytesAsync(desk.FormsFile, TestContext.Current.CancellationToken);
        using var thief = SigningKey.New();
        byte[] forged = Forged(good, desk, thief);

        await AssertShownAsync(desk, Replaced(good, "Example Clinic", "Example Cl1nic"), "unsigned");
        await AssertShownAsync(desk, forged, "unsigned");
        await AssertShownAsync(desk, [], "unsigned");
        await AssertShownAsync(desk, good[..^1], "unsigned");
        await AssertShownAsync(desk, first, "old");
        await AssertShownAsync(desk, null, "gone");
        await AssertShownAsync(desk, good, "trusted");
    }

    [Fact]
    public async Task A_file_and_a_pin_of_a_thief_are_found_out_when_the_keys_are_there()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        byte[] good = await File.ReadAllBytesAsync(desk.FormsFile, TestContext.Current.CancellationToken);
        using var thief = SigningKey.New();
        byte[] forged = Forged(good, desk, thief);
        await desk.Clinic.Server.StopAsync();
        await File.WriteAllBytesAsync(desk.FormsFile, forged, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            desk.PinFile, $"strongroom-intake-pin/1\n{thief.Public}\n1\n", TestContext.Current.CancellationToken);

        await desk.Clinic.RestartAsync();

        await AssertStateAsync(desk, "exchanged");
        Assert.Contains("\"intake-forms\",\"state\":\"red\"", await ChecksAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_pin_no_form_is_shown_until_the_keys_prove_the_file_good()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        await desk.Clinic.Server.StopAsync();
        File.Delete(desk.PinFile);

        await desk.RestartAsync();

        await AssertStateAsync(desk, "trusted");
        Assert.True(File.Exists(desk.PinFile));
        Assert.Equal(200, (await desk.Site.GetAsync("/f/welcome")).Status);
    }

    [Fact]
    public async Task Publishing_anew_replaces_a_file_that_is_not_trusted_and_keeps_it_beside()
    {
        await using IntakeDesk desk = await IntakeDesk.OpenAsync();
        await desk.Clinic.Server.StopAsync();
        await File.WriteAllTextAsync(desk.FormsFile, "damaged", TestContext.Current.CancellationToken);
        await desk.Clinic.RestartAsync();
        await desk.Clinic.StepUpAsync();

        Answer published = await desk.PublishAsync();

        Assert.True(published.Status == 201, published.Body);
        await desk.ReachAsync();
        Assert.True((await desk.SendAsync(("full-name", "Grace Example"))).IsReceipt);
        Assert.Equal("damaged", await File.ReadAllTextAsync(
            desk.FormsFile + ".refused", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_flipped_bit_of_a_file_is_refused()
    {
        using var key = SigningKey.New();
        using var inbox = AgeIdentity.New();
        byte[] file = FormsFile.ToBytes(Set(inbox.Recipient), key);
        Assert.True(FormsFile.TryRead(file, key.Public, out FormSet? read));
        Assert.Equal(inbox.Recipient.ToString(), read.Forms[0].Recipient);
        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            byte[] flipped = [.. file];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(FormsFile.TryRead(flipped, key.Public, out _), $"bit {bit}");
        }
    }

    [Fact]
    public void The_file_is_what_the_format_says()
    {
        using SigningKey key = SigningKey.TakeFrom(new byte[32]);
        byte[] file = FormsFile.ToBytes(FormSet.None with { Revision = 1 }, key);

        Assert.Equal(
            "strongroom-intake-forms/1\n"
            + Convert.ToBase64String(key.Sign(
                "intake-forms/v1\n{\"revision\":1,\"signedAt\":\"1970-01-01T00:00:00+00:00\",\"forms\":[]}"u8))
            + "\n{\"revision\":1,\"signedAt\":\"1970-01-01T00:00:00+00:00\",\"forms\":[]}",
            Encoding.UTF8.GetString(file));
    }

    private static FormSet Set(AgeRecipient recipient) => new()
    {
        Revision = 1,
        SignedAt = DateTimeOffset.UnixEpoch,
        Forms =
        [
            new IntakeForm
            {
                Slug = "welcome",
                Version = 1,
                Title = "t",
                Asks = "a",
                Introduction = "",
                KeptFor = "k",
                Series = "clinic",
                Compartment = CompartmentId.New(),
                Recipient = recipient.ToString(),
                Fields = [],
                EmbedOrigins = [],
                PublishedAt = DateTimeOffset.UnixEpoch,
            },
        ],
    };

    /// <summary>The true file with the thief's inbox key in it, signed by the thief.</summary>
    private static byte[] Forged(byte[] good, IntakeDesk desk, SigningKey thief)
    {
        using var inbox = AgeIdentity.New();
        VerifyingKey own = desk.Clinic.Server.Keys.IsOpen
            ? desk.Clinic.Server.Keys.AuditSigning.Public
            : throw new InvalidOperationException("the server is sealed");
        Assert.True(FormsFile.TryRead(good, own, out FormSet? forms));
        return FormsFile.ToBytes(
            forms with { Forms = [forms.Forms[0] with { Recipient = inbox.Recipient.ToString() }] }, thief);
    }

    private static byte[] Replaced(byte[] file, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace(from, to, StringComparison.Ordinal));

    /// <summary>Starts on another file and looks whether a form is shown.</summary>
    private static async Task AssertShownAsync(IntakeDesk desk, byte[]? file, string state)
    {
        await desk.Clinic.Server.StopAsync();
        File.Delete(desk.FormsFile);
        if (file is not null)
        {
            await File.WriteAllBytesAsync(desk.FormsFile, file, TestContext.Current.CancellationToken);
        }

        await desk.Clinic.RestartAsync();
        await AssertStateAsync(desk, state);
        string colour = state == "trusted" ? "green" : "red";
        Assert.Contains($"\"intake-forms\",\"state\":\"{colour}\"", await ChecksAsync(desk), StringComparison.Ordinal);
    }

    private static async Task AssertStateAsync(IntakeDesk desk, string state)
    {
        string found = string.Empty;
        for (int i = 0; i < 500 && found != state; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            found = (await desk.Clinic.SendAsync(HttpMethod.Get, "intake-forms")).Text("state");
        }

        Assert.Equal(state, found);
    }

    private static async Task<string> ChecksAsync(IntakeDesk desk) =>
        (await desk.Clinic.SendAsync(HttpMethod.Get, "checks")).Body;
}
