using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Strongroom.Server.Staff;

/// <summary>Identity's passkey handler, with the options that hold now: the public address may come with setup.</summary>
internal sealed class PasskeyHandling(UserManager<StaffRow> users, PasskeyPlace place, IHttpContextAccessor accessor)
{
    /// <summary>The handler asks for it; only the host of a request without public address is looked at.</summary>
    public HttpContext Http => accessor.HttpContext
        ?? throw new InvalidOperationException("a passkey can only be asked within a request");

    public IPasskeyHandler<StaffRow> Handler() =>
        new PasskeyHandler<StaffRow>(users, Options.Create(place.Options()));
}
