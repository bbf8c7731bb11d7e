using System.Diagnostics;
using System.Text;
using Strongroom.Redactor.Children;
using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary.Paper;

#pragma warning disable RS0030 // One test starts the program as its launchers do.
namespace Strongroom.Redactor.Tests;

public sealed class SupervisorTests
{
    private static readonly RedactorRequest Find = new()
    {
        Act = RedactorAct.Find,
        Format = PaperFormat.Pdf,
        Document = SmallPdf.Of("Dear Ada Example,", "we write to ada@example.org or call 415-555-0100.", "Yours"),
    };

    private static readonly Sandbox Nowhere = new() { Program = "/usr/bin/strongroom-no-such-program" };

    [Theory]
    [InlineData(RedactorAct.Find)]
    [InlineData(RedactorAct.Picture)]
    [InlineData(RedactorAct.Apply)]
    public void Locked_in_children_answer_as_one_process_does(RedactorAct act)
    {
        RedactorRequest request = Of(act);

        byte[]? answer = Ask(new Sandbox(), request);

        Assert.Equal(RedactorFrames.Write(PdfRequest.Run(request)), answer);
        Assert.IsNotType<RefusedAnswer>(Read(answer));
    }

    [Fact]
    public async Task The_program_answers_on_its_pipe_and_has_what_it_needs()
    {
        (int code, byte[] answer) = await RunAsync(RedactorFrames.Write(Of(RedactorAct.Apply)));
        (int checkedCode, byte[] report) = await RunAsync([], PaperToolsReport.Argument);

        Assert.Equal(0, code);
        Assert.True(Assert.IsType<RedactedAnswer>(Read(answer)).Proof.Holds);
        Assert.Equal((0, 0), (checkedCode, report.Length));
        Assert.Equal((2, []), await RunAsync([], "shell"));
    }

    [Fact]
    public void Where_there_is_no_sandbox_a_PDF_is_refused_and_a_text_is_not()
    {
        var text = new RedactorRequest
        {
            Act = RedactorAct.Find,
            Format = PaperFormat.PlainText,
            Document = "ada@example.org"u8.ToArray(),
        };

        Assert.Equal("tools-missing", CodeOf(Ask(Nowhere, Find)));
        Assert.IsType<FoundAnswer>(Read(Ask(Nowhere, text)));
        Assert.Contains(PaperTools.Sandbox, Nowhere.Missing());
    }

    [Theory]
    [InlineData(RedactorAct.Find)]
    [InlineData(RedactorAct.Apply)]
    public async Task Where_somebody_said_so_limits_alone_hold_the_children(RedactorAct act)
    {
        RedactorRequest request = Of(act) with { MayRunUnsandboxed = true };
        HashSet<string> before = FoldersInMemory();

        byte[]? answer = Ask(Nowhere, request);

        Assert.Equal(RedactorFrames.Write(PdfRequest.Run(request)), answer);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!FoldersInMemory().IsSubsetOf(before)) // other programs have theirs there for a while
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static HashSet<string> FoldersInMemory() => [.. Directory.EnumerateDirectories("/dev/shm", "strongroom-*")];

    [Theory]
    [InlineData("exit 0", "redactor-failed")]
    [InlineData("cat /program/found; exit 1", "redactor-failed")]
    [InlineData("cat /program/found; echo", "redactor-failed")]
    [InlineData("head -c 20 /program/found", "redactor-failed")]
    [InlineData("cat /program/picture", "redactor-failed")] // an answer, but to another request
    [InlineData("cat /program/redacted", "redactor-failed")]
    [InlineData("cat /program/long", "redactor-failed")] // a refusal with more places than one has
    [InlineData("kill -KILL $$", "redactor-failed")]
    [InlineData("sleep 600", "time-out")]
    [InlineData("sleep 600 & exit 0", "redactor-failed")]
    [InlineData("cat /program/found; sleep 600", "time-out")]
    [InlineData("yes", "redactor-failed")]
    [InlineData("yes >&2", "time-out")]
    public void A_child_that_is_no_longer_ours_gives_a_refusal_and_nothing_else(string script, string code)
    {
        using var hostile = new HostileChild(script);
        hostile.Keep("found", RedactorFrames.Write(PdfRequest.Run(Find)));
        hostile.Keep("picture", RedactorFrames.Write(new PictureAnswer(new byte[] { 137, 80, 78, 71 })));
        hostile.Keep("redacted", RedactorFrames.Write(PdfRequest.Run(Of(RedactorAct.Apply))));
        hostile.Keep("long", RedactorFrames.Write(
            new RefusedAnswer("proof-failed", [.. Enumerable.Repeat("page 1", 21)])));

        byte[]? answer = Ask(hostile.Sandbox, Find);

        Assert.Equal(RedactorFrames.Write(new RefusedAnswer(code, [])), answer);
        Assert.Equal(0, Locked.CountProcesses(hostile.Sandbox.Folder));
    }

    [Fact]
    public void What_reads_the_document_cannot_pass_a_copy_off_as_proved()
    {
        using var hostile = new HostileChild("cat /program/redacted");
        hostile.Keep("redacted", RedactorFrames.Write(PdfRequest.Run(Of(RedactorAct.Apply))));

        Assert.Equal("redactor-failed", CodeOf(Ask(hostile.Sandbox, Of(RedactorAct.Apply))));
    }

    [Fact]
    public void What_proves_a_copy_gets_the_draft_alone_and_what_it_says_is_checked()
    {
        RedactorRequest request = Of(RedactorAct.Apply);
        Draft draft = PdfRequest.Draw(request, out _)!;
        Proved proved = ProvePdf.Run(draft, out _)!;
        using var hostile = new HostileChild(
            "if [ $1 = read ]; then cat /program/draft; else cmp -s - /program/draft && cat /program/proved; fi");
        hostile.Keep("draft", ChildFrames.Write(draft));
        hostile.Keep("proved", ChildFrames.Write(proved));

        Assert.Equal(RedactorFrames.Write(PdfRequest.Run(request)), Ask(hostile.Sandbox, request));
        hostile.Keep("proved", ChildFrames.Write(proved with { Searches = [new ProofSearch("utf-8", 1)] }));
        Assert.Equal("proof-failed", CodeOf(Ask(hostile.Sandbox, request)));
        hostile.Keep("proved", ChildFrames.Write(draft));
        Assert.Equal("redactor-failed", CodeOf(Ask(hostile.Sandbox, request)));
        hostile.Keep("draft", ChildFrames.Write(draft with { PageCount = request.MaxPages + 1 }));
        Assert.Equal("redactor-failed", CodeOf(Ask(hostile.Sandbox, request)));
    }

    private static RedactorRequest Of(RedactorAct act) => act switch
    {
        RedactorAct.Apply => Find with { Act = act, TakesLateFindings = true },
        RedactorAct.Picture => Find with { Act = act, Page = 1 },
        _ => Find,
    };

    private static byte[]? Ask(Sandbox sandbox, RedactorRequest request)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(RedactorFrames.Write(request));
        return RedactorPipe.Run(input, output, new Supervisor(sandbox).Answer) == 0 ? output.ToArray() : null;
    }

    private static RedactorAnswer Read(byte[]? frame)
    {
        Assert.True(RedactorFrames.TryReadAnswer(frame, out RedactorAnswer? answer));
        return answer;
    }

    private static string CodeOf(byte[]? frame) => Assert.IsType<RefusedAnswer>(Read(frame)).Code;

    private static async Task<(int Code, byte[] Output)> RunAsync(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Strongroom.Redactor"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.ToArray());
    }
}
