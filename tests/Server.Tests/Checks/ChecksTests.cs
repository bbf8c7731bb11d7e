namespace Strongroom.Server.Tests.Checks;

public sealed class ChecksTests
{
    [Fact]
    public async Task Checks_show_the_price_of_opening_with_a_key_file_and_of_the_founder_s_own_word()
    {
        await using Clinic clinic = await Clinic.OpenAsync();

        Dictionary<string, string> checks = await ReadAsync(clinic);

        Assert.Equal("red", checks["unattended-opening"]);
        Assert.Equal("amber", checks["founding-attestation"]);
        Assert.Equal("amber", checks["separation"]);
        Assert.Equal("green", checks["data-folder"]);
        Assert.Equal("green", checks["credentials-folder"]);
    }

    [Fact]
    public async Task A_data_folder_that_others_can_enter_is_red()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string folder = Path.Combine(clinic.Server.Folder, "data");
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead);

        Assert.Equal("red", (await ReadAsync(clinic))["data-folder"]);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(Clinic clinic)
    {
        Answer answer = await clinic.SendAsync(HttpMethod.Get, "checks");
        Assert.Equal(200, answer.Status);
        return answer.Json.GetProperty("items").EnumerateArray().ToDictionary(
            item => item.GetProperty("id").GetString()!, item => item.GetProperty("state").GetString()!);
    }
}
