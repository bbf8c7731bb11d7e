using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Checks;
using Strongroom.Server.Redaction;

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

    [Theory]
    [InlineData("", false, "green", null)]
    [InlineData("sandbox", false, "red", "user namespaces")]
    [InlineData("sandbox", true, "amber", "user namespaces")]
    [InlineData("bwrap sandbox", false, "red", "apt-get install bubblewrap")]
    [InlineData("bwrap sandbox", true, "amber", "apt-get install bubblewrap")]
    [InlineData("pdftotext qpdf", true, "red", "apt-get install poppler-utils qpdf")]
    [InlineData("bwrap pdftoppm sandbox", true, "red", "apt-get install bubblewrap poppler-utils")]
    public void What_is_missing_to_read_PDF_is_named_with_its_package(
        string missing, bool mayReadUnsandboxed, string state, string? fix)
    {
        var check = SandboxCheck.Of(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), mayReadUnsandboxed);

        Assert.Equal(state, check.State);
        Assert.Contains(fix ?? string.Empty, check.Fix ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_starts_here_and_a_program_that_does_not_is_red()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        Assert.Equal("green", (await ReadAsync(clinic))["document-sandbox"]);
        clinic.Server.Services.GetRequiredService<RedactorProgram>().File += "-away";
        Assert.Equal("green", (await ReadAsync(clinic))["document-sandbox"]); // asked once a minute

        clinic.Server.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("red", (await ReadAsync(clinic))["document-sandbox"]);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(Clinic clinic)
    {
        Answer answer = await clinic.SendAsync(HttpMethod.Get, "checks");
        Assert.Equal(200, answer.Status);
        return answer.Json.GetProperty("items").EnumerateArray().ToDictionary(
            item => item.GetProperty("id").GetString()!, item => item.GetProperty("state").GetString()!);
    }
}
