using CsCheck;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Staff;

public sealed class PureTests
{
    // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code)
    {
        byte[] secret = "12345678901234567890"u8.ToArray();
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, TimeCode.At(secret, TimeCode.StepAt(now)));
        Assert.Equal(TimeCode.StepAt(now), TimeCode.Match(secret, code, now));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_of_leeway_to_each_side(int steps, bool matches)
    {
        byte[] secret = "12345678901234567890"u8.ToArray();
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

        Assert.Equal(
            matches, TimeCode.Match(secret, TimeCode.At(secret, TimeCode.StepAt(now) + steps), now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("１２３４５６")]
    public void What_is_no_code_matches_nothing(string code) =>
        Assert.Null(TimeCode.Match(new byte[20], code, DateTimeOffset.UnixEpoch.AddDays(1)));

    [Fact]
    public void The_secret_is_written_in_base_32() =>
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCode.Write("12345678901234567890"u8));

    [Theory]
    [InlineData("heron wades 14", false)]  // 14 characters
    [InlineData("heron wades 15c", true)]
    [InlineData("Жаворонок летит", true)]
    [InlineData("passwordpassword", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("abcdefghijklmnopqrst", false)]
    [InlineData("123456789012345678", false)]
    [InlineData("Correct-Horse-Battery-Staple", false)]
    [InlineData("administrator2026!", false)]
    [InlineData("ada.example ada.example", false)]
    [InlineData("ada.example", false)]
    public void Passwords_are_long_and_not_the_first_to_be_tried(string password, bool isGood) =>
        Assert.Equal(isGood, PasswordRules.Check(password, "ada.example@example.org") is null);

    [Fact]
    public void Sixty_four_and_more_characters_are_taken_and_counted_as_people_count()
    {
        Assert.Null(PasswordRules.Check(string.Concat(Enumerable.Range(0, 40).Select(i => $"{i * 7919 % 997:000}"))));
        Assert.NotNull(PasswordRules.Check(string.Concat(Enumerable.Repeat("e\u0301", 14)))); // 14 characters in 28 units
    }

    [Fact]
    public void Scopes_grant_exactly_what_they_name()
    {
        Assert.True(Scopes.TryParse(["customers:create", "reveal:email", "reveal:full-name"], out Scopes? scopes));

        Assert.Equal(["email", "full-name"], scopes.RevealKinds.Order());
        Assert.Equal(
            [Permission.Anyone, Permission.LoggedIn, Permission.CreateCustomers, Permission.ViewCustomers,
                Permission.RevealFields],
            scopes.Permissions.Order());
    }

    [Theory]
    [InlineData()]
    [InlineData("customers:delete")]
    [InlineData("customers:create", "nonsense")]
    [InlineData("reveal:")]
    [InlineData("reveal:*")]
    [InlineData("reveal:E-mail")]
    [InlineData("Customers:create")]
    public void One_unknown_scope_spoils_all(params string[] names) => Assert.False(Scopes.TryParse(names, out _));

    [Fact]
    public void Keys_are_well_formed_and_one_changed_character_is_seen()
    {
        string key = ServiceKeyText.New();
        Assert.True(ServiceKeyText.IsWellFormed(key));
        Assert.Equal(6 + 43 + 6, key.Length);

        for (int i = 0; i < key.Length; i++)
        {
            char other = key[i] == 'A' ? 'B' : 'A';
            Assert.False(ServiceKeyText.IsWellFormed(key[..i] + other + key[(i + 1)..]));
        }
    }

    [Fact]
    public void Handed_codes_read_as_people_type_them() => Gen.Int[0, 100].Sample(_ =>
    {
        string code = HandedCode.New();

        return HandedCode.TryRead(code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace(
            '1', 'l'), out string? read) && read == code;
    });

    [Fact]
    public void The_owner_grants_but_does_not_reveal_and_who_watches_sees_no_customer()
    {
        foreach (Role role in new[] { Role.Owner, Role.SecurityOfficer, Role.Auditor })
        {
            IReadOnlySet<Permission> granted = RolePermissions.Of([role]);
            Assert.DoesNotContain(Permission.RevealFields, granted);
            Assert.DoesNotContain(Permission.ViewCustomers, granted);
            Assert.DoesNotContain(Permission.ReadArchive, granted);
        }

        Assert.DoesNotContain(Permission.ManageStaff, RolePermissions.Of(
            [Role.CaseHandler, Role.RecordsClerk, Role.FrontDesk, Role.Auditor]));
        Assert.DoesNotContain(Permission.RecordScreenings, RolePermissions.Of([Role.Owner, Role.CaseHandler]));
        Assert.Equal([Permission.Anyone, Permission.LoggedIn], RolePermissions.Of([]).Order());
    }

    [Theory]
    [InlineData("", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8,192.0.2.7", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8,192.0.2.7", "192.0.2.7", true)]
    [InlineData("10.0.0.0/8,192.0.2.7", "192.0.2.8", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", null, false)]
    public void Addresses_are_allowed_by_network(string allowed, string? from, bool isAllowed) =>
        Assert.Equal(
            isAllowed, AllowedAddresses.Allow(allowed, from is null ? null : System.Net.IPAddress.Parse(from)));
}
