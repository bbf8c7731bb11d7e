using System.Text;
using Strongroom.Redactor.Applying;
using Strongroom.Redactor.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class RedactionTests
{
    [Fact]
    public void A_text_keeps_everything_but_the_values()
    {
        RedactedAnswer redacted = Redact(PaperFormat.PlainText, "SSN 123-45-6789, card 4111 1111 1111 1111.\n");

        Assert.Equal("SSN [ssn], card [card].\n", Encoding.UTF8.GetString(redacted.Copy.Span));
        Assert.True(redacted.Proof.Holds);
        Assert.Equal(2, redacted.Proof.ValueCount);
    }

    [Fact]
    public void A_table_is_rebuilt_with_its_headings_as_words_beside_the_numbers()
    {
        const string Table = "\uFEFFid;SSN;Account;Full name;note\n1;123456789;\"12345678\";\"Example; Ada\";\"said \"\"hi\"\"\n"
            + "on 4111111111111111\"\n2;;;;plain\n";

        RedactedAnswer redacted = Redact(PaperFormat.Csv, Table);

        Assert.Equal(
            "id;SSN;Account;Full name;note\r\n1;[ssn];[account];[name];\"said \"\"hi\"\"\non [card]\"\r\n2;;;;plain\r\n",
            Encoding.UTF8.GetString(redacted.Copy.Span));
    }

    [Theory]
    [InlineData(PaperFormat.PlainText, "SSN 123-45-6789 and account 12345678 with Ada\n")]
    [InlineData(PaperFormat.Csv, "name,ssn\nAda Example,123456789\n\n,\n")]
    [InlineData(PaperFormat.Csv, "a|b\n\"x|y\"|4111111111111111")]
    public void Redacting_twice_changes_nothing(PaperFormat format, string text)
    {
        RedactedAnswer once = Redact(format, text);

        RedactedAnswer twice = Redact(format, Encoding.UTF8.GetString(once.Copy.Span));

        Assert.Equal(once.Copy.ToArray(), twice.Copy.ToArray());
        Assert.Empty(twice.Proof.Removed);
    }

    [Fact]
    public void Values_of_different_length_leave_the_same_shape()
    {
        RedactedAnswer one = Redact(PaperFormat.PlainText, "write to a@example.org now");
        RedactedAnswer other = Redact(PaperFormat.PlainText, "write to a.very.long.name.indeed@mail.example.co.uk now");

        Assert.Equal(one.Copy.ToArray(), other.Copy.ToArray());
    }

    [Fact]
    public void A_box_over_two_cells_leaves_one_label()
    {
        RedactorRequest request = Request(PaperFormat.Csv, "x,first,last\n1,Ada,Example\n") with
        {
            Boxes = [new RedactionBox { Segment = 1, Start = 2, End = 13, Kind = "customer", Label = "7Q4M-2KTD-9RWX-JV" }],
        };

        var redacted = Assert.IsType<RedactedAnswer>(AnswerRequest.Run(request));

        Assert.Equal("x,first,last\r\n1,7Q4M-2KTD-9RWX-JV,\r\n", Encoding.UTF8.GetString(redacted.Copy.Span));
    }

    [Fact]
    public void UTF_16_with_its_mark_comes_out_as_UTF_8_without_one()
    {
        byte[] document = [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("é ssn 123456789")];

        var redacted = Assert.IsType<RedactedAnswer>(AnswerRequest.Run(Request(PaperFormat.PlainText, "") with { Document = document }));

        Assert.Equal("é ssn [ssn]", Encoding.UTF8.GetString(redacted.Copy.Span));
    }

    public static TheoryData<string, PaperFormat, byte[]> Refused => new()
    {
        { "format-unknown", PaperFormat.None, "text"u8.ToArray() },
        { "format-unknown", PaperFormat.PlainText, "%PDF-1.7"u8.ToArray() },
        { "format-unknown", PaperFormat.Csv, "PK\u0003\u0004..."u8.ToArray() },
        { "encoding-unknown", PaperFormat.PlainText, [0xE9, 0x20] },
        { "encoding-unknown", PaperFormat.PlainText, [0x41, 0x00, 0x42, 0x00] },
        { "encoding-unknown", PaperFormat.PlainText, [0xFF, 0xFE, 0x41] },
        { "encoding-unknown", PaperFormat.PlainText, [0xFF, 0xFE, 0x00, 0xD8] },
        { "document-malformed", PaperFormat.Csv, "a,\"open\n"u8.ToArray() },
        { "document-malformed", PaperFormat.Csv, "a,\"closed\"late\n"u8.ToArray() },
        { "document-too-large", PaperFormat.PlainText, new byte[2000] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_read_for_certain_is_refused(string code, PaperFormat format, byte[] document)
    {
        RedactorRequest request = Request(format, "") with { Document = document, MaxBytes = 1000 };

        var refused = Assert.IsType<RefusedAnswer>(AnswerRequest.Run(request));

        Assert.Equal(code, refused.Code);
    }

    [Theory]
    [InlineData(0, 0, 100, null)]
    [InlineData(1, 0, 1, null)]
    [InlineData(0, 2, 2, null)]
    [InlineData(0, 0, 1, "Ada Example")]
    [InlineData(0, 6, 7, null)] // cuts a pair of surrogates
    public void A_box_that_is_not_in_the_text_or_brings_a_text_of_its_own_is_refused(int segment, int start, int end, string? label)
    {
        RedactorRequest request = Request(PaperFormat.PlainText, "hello \U0001F600 there") with
        {
            Boxes = [new RedactionBox { Segment = segment, Start = start, End = end, Kind = "phone", Label = label }],
        };

        var refused = Assert.IsType<RefusedAnswer>(AnswerRequest.Run(request));

        Assert.Equal("boxes-malformed", refused.Code);
    }

    [Fact]
    public void An_undecided_finding_blocks_the_copy_and_a_kept_one_does_not()
    {
        RedactorRequest request = Request(PaperFormat.PlainText, "call 212-555-0147") with { TakesLateFindings = false };

        var refused = Assert.IsType<RefusedAnswer>(AnswerRequest.Run(request));
        var kept = Assert.IsType<RedactedAnswer>(AnswerRequest.Run(request with { Kept = [new TextRange(0, 5, 17)] }));

        Assert.Equal(("findings-undecided", "line 1, phone"), (refused.Code, Assert.Single(refused.Places)));
        Assert.Equal(1, kept.Proof.KeptCount);
    }

    [Fact]
    public void A_value_that_stands_elsewhere_too_fails_the_proof()
    {
        RedactorRequest request = Request(PaperFormat.PlainText, "Ada Example wrote.\nSigned: ADA EXAMPLE") with
        {
            Boxes = [new RedactionBox { Segment = 0, Start = 0, End = 11, Kind = "customer" }],
        };

        var refused = Assert.IsType<RefusedAnswer>(AnswerRequest.Run(request));

        Assert.Equal(("proof-failed", "utf-8, line 2"), (refused.Code, Assert.Single(refused.Places)));
    }

    [Fact]
    public void A_value_blacked_out_together_with_its_neighbours_is_searched_for_by_itself()
    {
        string hidden = Convert.ToBase64String("ottilie@example.org"u8);
        RedactorRequest request = Request(
            PaperFormat.PlainText, $"Ottilie Quillfeather, ottilie@example.org\nref {hidden}\n") with
        {
            Boxes = [new RedactionBox { Segment = 0, Start = 0, End = 41, Kind = FindingKinds.Customer }],
        };

        var refused = Assert.IsType<RefusedAnswer>(AnswerRequest.Run(request));

        Assert.Equal("proof-failed", refused.Code);
    }

    public static TheoryData<string> Leaks => new()
    {
        "123-45-6789", "123456789", "1 2 3 4 5 6 7 8 9", "99123456789.55", "１２３４５６７８９",
        Convert.ToHexString("x123-45-6789y"u8), Convert.ToHexStringLower(Encoding.Unicode.GetBytes("123-45-6789")),
        "0" + Convert.ToHexString("123-45-6789"u8),
        Convert.ToBase64String("123-45-6789"u8), Convert.ToBase64String("a123-45-6789"u8), Convert.ToBase64String("ab123-45-6789c"u8),
        Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes("123-45-6789")),
        "%31%32%33-45%2D6789", "\\u0031\\u00323-45-6789", "&#49;&#x32;3-45-6789", "=31=32=33-45-=\r\n6789",
        "1\02\03\0-\04\05\0-\06\07\08\09\0",
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_planted_leak_in_any_encoding_fails_the_proof(string leak)
    {
        RedactorRequest request = Request(PaperFormat.PlainText, "number 123-45-6789 here");
        PaperDocument.TryRead(request.Format, request.Document.Span, out PaperDocument? document);
        Assert.NotNull(document);
        var values = new Proving.CopyProof(new Proving.ValueIndex([new Proving.RemovedText("123-45-6789")]));
        var redact = new RedactDocument(request, document) { AfterWriting = copy => [.. copy, .. Encoding.UTF8.GetBytes(" " + leak)] };

        values.Search(Encoding.UTF8.GetBytes("here: " + leak));
        RedactorAnswer answer = redact.Run();

        Assert.Contains(values.Hits.Values, hits => hits > 0);
        Assert.IsType<RefusedAnswer>(answer);
    }

    [Fact]
    public void A_name_in_other_words_is_no_leak()
    {
        var proof = new Proving.CopyProof(new Proving.ValueIndex(
            [new Proving.RemovedText("Will"), new Proving.RemovedText("Ann"), new Proving.RemovedText("Ada Example")]));

        proof.Search("He will read the annual report; Annual; Canada example; [name] goodwill."u8);

        Assert.All(proof.Hits.Values, hits => Assert.Equal(0, hits));
    }

    private static RedactorRequest Request(PaperFormat format, string text) => new()
    {
        Act = RedactorAct.Apply,
        Format = format,
        Document = Encoding.UTF8.GetBytes(text),
        TakesLateFindings = true,
    };

    private static RedactedAnswer Redact(PaperFormat format, string text) =>
        Assert.IsType<RedactedAnswer>(AnswerRequest.Run(Request(format, text)));
}
