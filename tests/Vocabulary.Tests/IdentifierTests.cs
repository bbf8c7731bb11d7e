namespace Strongroom.Vocabulary.Tests;

public sealed class IdentifierTests
{
    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["agreement"] = Kind.Of(AgreementId.New, AgreementId.FromBytes),
        ["compartment"] = Kind.Of(CompartmentId.New, CompartmentId.FromBytes),
        ["customer"] = Kind.Of(CustomerId.New, CustomerId.FromBytes),
        ["document"] = Kind.Of(DocumentId.New, DocumentId.FromBytes),
        ["job"] = Kind.Of(JobId.New, JobId.FromBytes),
        ["handle"] = Kind.Of(ObjectHandle.New, ObjectHandle.FromBytes),
        ["record"] = Kind.Of(RecordId.New, RecordId.FromBytes),
        ["screening"] = Kind.Of(ScreeningId.New, ScreeningId.FromBytes),
        ["service-account"] = Kind.Of(ServiceAccountId.New, ServiceAccountId.FromBytes),
        ["passkey"] = Kind.Of(PasskeyId.New, PasskeyId.FromBytes),
        ["staff"] = Kind.Of(StaffId.New, StaffId.FromBytes),
    };

    public static TheoryData<string> Prefixes() => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void An_id_reads_back_from_its_text_and_from_its_bytes(string prefix)
    {
        Kind kind = Kinds[prefix];
        IIdentifier id = kind.New();
        byte[] bytes = new byte[IIdentifier.Size];

        id.CopyTo(bytes);

        Assert.Equal($"{prefix}-{Convert.ToHexStringLower(bytes)}", id.ToString());
        Assert.Equal(id, kind.Parse(id.ToString()!));
        Assert.Equal(id, kind.FromBytes(bytes));
        Assert.NotEqual(id, kind.New());
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void An_id_has_one_text_form(string prefix)
    {
        Kind kind = Kinds[prefix];
        string text = $"{prefix}-0198a1b2c3d47e8f9a0b1c2d3e4f5061";
        Assert.NotNull(kind.Parse(text));

        Assert.Null(kind.Parse(text.ToUpperInvariant()));
        Assert.Null(kind.Parse(text.Replace('a', 'A')));
        Assert.Null(kind.Parse(" " + text));
        Assert.Null(kind.Parse(text + "0"));
        Assert.Null(kind.Parse(text[..^1]));
        Assert.Null(kind.Parse(text.Replace('-', '_')));
        Assert.Null(kind.Parse(text[^32..]));
        Assert.Null(kind.Parse($"{prefix}-0198a1b2-c3d4-7e8f-9a0b-1c2d3e4f5061"));
        Assert.Null(kind.Parse($"{prefix}-g198a1b2c3d47e8f9a0b1c2d3e4f5061"));
        Assert.Null(kind.Parse(null));
        Assert.Null(kind.Parse("other-0198a1b2c3d47e8f9a0b1c2d3e4f5061"));
    }

    [Fact]
    public void A_malformed_id_is_not_repeated_in_the_exception()
    {
        FormatException exception = Assert.Throws<FormatException>(() => CustomerId.Parse("Ada Example"));

        Assert.DoesNotContain("Ada", exception.Message, StringComparison.Ordinal);
    }

    private sealed record Kind
    {
        public required Func<IIdentifier> New { get; init; }

        public required Func<byte[], IIdentifier> FromBytes { get; init; }

        public required Func<string?, IIdentifier?> Parse { get; init; }

        public static Kind Of<T>(Func<T> draw, FromSpan<T> fromBytes)
            where T : class, IIdentifier, IParsable<T> => new()
            {
                New = draw,
                FromBytes = bytes => fromBytes(bytes),
                Parse = text => T.TryParse(text, null, out T? id) ? id : null,
            };
    }

    private delegate T FromSpan<out T>(ReadOnlySpan<byte> bytes);
}
