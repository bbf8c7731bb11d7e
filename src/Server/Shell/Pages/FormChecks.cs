using Microsoft.AspNetCore.Antiforgery;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>The check that a posted form was shown by this server to this browser.</summary>
internal static class FormChecks
{
    /// <summary>The hidden field with the antiforgery token.</summary>
    public const string TokenField = "__form";

    /// <summary>The hidden field with the one-time submit token.</summary>
    public const string OnceField = "__once";

    private const string TokenHeader = "RequestVerificationToken";

    /// <summary>For a form that ASP.NET reads.</summary>
    /// <exception cref="RefusedException">The form is not ours, or from before a restart.</exception>
    public static async Task CheckAsync(HttpContext context)
    {
        IAntiforgery antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            throw new RefusedException(ShellRefusals.OldForm);
        }
    }

    /// <summary>For an upload that is read as a stream: the token stands in its first part.</summary>
    /// <exception cref="RefusedException">The form is not ours, or from before a restart.</exception>
    public static Task CheckAsync(HttpContext context, string untrustedToken)
    {
        // The framework looks here before it would read the form.
        context.Request.Headers[TokenHeader] = untrustedToken;
        return CheckAsync(context);
    }
}
