using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Compartments;

public sealed class AccessRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly AccessTerms Terms = new(new HashSet<string> { "support" }, TimeSpan.FromMinutes(5));

    private static readonly Standing Handler = new()
    {
        Actor = Actor.Of(StaffId.New()),
        Permissions = new HashSet<Permission> { Permission.RevealFields },
        Series = new HashSet<string> { "clinic" },
        ScreenedUntil = Now.AddDays(1),
        HasSignedCurrentAgreement = true,
        SteppedUpAt = Now,
    };

    private static readonly AccessRequest Reveal = new()
    {
        Compartment = new CompartmentFacts(CompartmentId.New(), "clinic-2", "clinic", 2, 499, IsClosed: false),
        Act = AuditAct.Revealed,
        Permission = Permission.RevealFields,
        Kinds = ["us-ssn"],
        Sensitivity = Sensitivity.Protected,
        Purpose = "support",
    };

    [Fact]
    public void A_screened_handler_who_signed_may_reveal_in_any_compartment_of_the_series_assigned() =>
        Assert.Null(Check(Handler, Reveal));

    [Fact]
    public void Somebody_not_assigned_hears_not_found_whatever_else_is_wrong() =>
        Assert.Equal(AccessRefusals.NotFound, Check(Standing.Visitor, Reveal with { Purpose = null }));

    [Fact]
    public void A_role_without_the_permission_is_not_allowed() =>
        Assert.Equal(AccessRefusals.NotAllowed,
            Check(Handler, Reveal with { Permission = Permission.CreateCustomers }));

    [Fact]
    public void A_closed_compartment_says_so_to_those_assigned() => Assert.Equal(
        AccessRefusals.CompartmentClosed,
        Check(Handler, Reveal with { Compartment = Reveal.Compartment with { IsClosed = true } }));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)] // the last instant is already too late
    [InlineData(1, false)]
    public void A_lapsed_screening_keeps_the_compartment_shut(int ticksLeft, bool isRefused)
    {
        Standing who = Handler with { ScreenedUntil = Now.AddTicks(ticksLeft) };

        Assert.Equal(isRefused ? AccessRefusals.ScreeningRequired : null, Check(who, Reveal));
    }

    [Fact]
    public void Nobody_gets_in_who_was_never_screened() =>
        Assert.Equal(AccessRefusals.ScreeningRequired, Check(Handler with { ScreenedUntil = null }, Reveal));

    [Fact]
    public void Nobody_gets_in_who_has_not_signed_the_current_agreement() => Assert.Equal(
        AccessRefusals.AgreementRequired, Check(Handler with { HasSignedCurrentAgreement = false }, Reveal));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Support")]
    [InlineData("curiosity")]
    public void A_value_leaves_only_for_a_purpose_of_the_list(string? purpose) =>
        Assert.Equal(AccessRefusals.PurposeRequired, Check(Handler, Reveal with { Purpose = purpose }));

    [Fact]
    public void A_masked_view_needs_no_purpose() =>
        Assert.Null(Check(Handler, Reveal with { Kinds = [], Sensitivity = Sensitivity.None, Purpose = null }));

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)] // five minutes old is no longer fresh
    public void A_protected_field_asks_for_a_fresh_step_up(int secondsOld, bool isRefused)
    {
        Standing who = Handler with { SteppedUpAt = Now.AddSeconds(-secondsOld) };

        Assert.Equal(isRefused ? AccessRefusals.StepUpRequired : null, Check(who, Reveal));
    }

    [Theory]
    [InlineData(Sensitivity.Personal)]
    [InlineData(Sensitivity.Sensitive)]
    public void A_field_that_is_not_protected_asks_for_none(Sensitivity sensitivity) =>
        Assert.Null(Check(Handler with { SteppedUpAt = null }, Reveal with { Sensitivity = sensitivity }));

    [Fact]
    public void A_service_account_never_reveals_a_protected_field()
    {
        Standing account = Handler with { Actor = Actor.Of(ServiceAccountId.New()) };

        Assert.Equal(AccessRefusals.SecondPersonRequired, Check(account, Reveal));
    }

    [Fact]
    public void A_service_account_reveals_only_the_kinds_of_its_scopes()
    {
        Standing account = Handler with { RevealKinds = new HashSet<string> { "email" } };
        AccessRequest both = Reveal with { Kinds = ["email", "full-name"], Sensitivity = Sensitivity.Personal };

        Assert.Equal(AccessRefusals.NotAllowed, Check(account, both));
        Assert.Null(Check(account, both with { Kinds = ["email"] }));
    }

    private static Refusal? Check(Standing who, AccessRequest request) => AccessRule.Check(who, request, Terms, Now);
}
