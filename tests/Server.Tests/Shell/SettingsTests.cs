using Strongroom.Server.Shell;

namespace Strongroom.Server.Tests.Shell;

public sealed class SettingsTests
{
    [Fact]
    public void Without_any_setting_the_built_in_ones_hold()
    {
        Assert.True(SettingsReader.TryRead(new Dictionary<string, string>(), out Settings? settings, out _));

        Assert.Equal("https://0.0.0.0:8443/", settings.ServerUrls.Single().ToString());
        Assert.Equal(499, settings.CompartmentCap);
        Assert.Equal(TimeSpan.FromMinutes(15), settings.SessionIdle);
        Assert.Equal(TimeSpan.FromMinutes(5), settings.StepUpFresh);
        Assert.Contains(settings.Purposes, purpose => purpose.Id == "support");
    }

    [Theory]
    [InlineData("Server:Url", "Server:Urls")]
    [InlineData("Auth:SesionIdleMinutes", "Auth:SessionIdleMinutes")]
    [InlineData("Reveal:StepUpMinute", "Reveal:StepUpMinutes")]
    [InlineData("Tls:CertFile", "Tls:KeyFile")]
    [InlineData("Fields:loyalty:Sensitvity", "Fields:*:Sensitivity")]
    public void An_unknown_setting_stops_the_start_with_a_hint(string wrong, string hint)
    {
        Assert.False(SettingsReader.TryRead(Given(wrong, "x"), out _, out IReadOnlyList<string> faults));

        Assert.Contains($"unknown setting {wrong}", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Contains($"did you mean {hint}", faults[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server:Urls", "http://0.0.0.0:8443")]
    [InlineData("Server:Urls", "nonsense")]
    [InlineData("Auth:SessionIdleMinutes", "0")]
    [InlineData("Auth:SessionIdleMinutes", "61")]
    [InlineData("Auth:SessionIdleMinutes", "-5")]
    [InlineData("Compartments:Cap", "many")]
    [InlineData("Storage:Kind", "oracle")]
    [InlineData("Storage:MaxConnections", "29")]
    [InlineData("Storage:ConnectionString_FILE", "/var/lib/strongroom/database")]
    [InlineData("Tls:Mode", "none")]
    [InlineData("Tls:Mode", "files")]
    [InlineData("Fields:Bad Name:Label", "x")]
    [InlineData("Credentials:Path", "/var/lib/strongroom/secrets")]
    [InlineData("Keys:UnsealKey_FILE", "/var/lib/strongroom/key")]
    public void A_value_that_does_not_fit_stops_the_start(string name, string value) =>
        Assert.False(SettingsReader.TryRead(Given(name, value), out _, out _));

    [Fact]
    public void The_command_line_wins_and_files_can_hold_values()
    {
        string folder = Directory.CreateTempSubdirectory("strongroom-tests-").FullName;
        string config = Path.Combine(folder, "strongroom.json");
        File.WriteAllText(config, """
            { "Reveal": { "Seconds": 30, "PerTenMinutes": 7 }, "Purposes": [ { "Id": "help", "Label": "Help" } ],
              "Fields": { "loyalty-number": { "Sensitivity": "protected", "Mask": "last-4", "Indexed": true } } }
            """);
        File.WriteAllText(Path.Combine(folder, "cap"), "12\n");

        bool isRead = SettingsSources.TryRead(
            ["--config", config, "--Reveal:Seconds=20", $"--Compartments:Cap_FILE={folder}/cap"],
            out Settings? settings, out _);

        Directory.Delete(folder, recursive: true);
        Assert.True(isRead);
        Assert.Equal((TimeSpan.FromSeconds(20), 7, 12), (
            settings!.RevealFor, settings.RevealsPerTenMinutes, settings.CompartmentCap));
        Assert.Equal(new PurposeSetting("help", "Help"), settings.Purposes.Single());
        Assert.Equal(new FieldKindSetting(
            "loyalty-number", "loyalty-number", "protected", "last-4", true), settings.FieldKinds.Single());
    }

    [Theory]
    [InlineData("Reveal:Seconds=3")]
    [InlineData("--Reveal:Seconds")]
    public void A_stray_argument_stops_the_start_and_is_not_repeated(string argument)
    {
        Assert.False(SettingsSources.TryRead([argument], out _, out IReadOnlyList<string> faults));

        Assert.DoesNotContain(faults, fault => fault.Contains("Seconds", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Given(string name, string value) => new() { [name] = value };
}
