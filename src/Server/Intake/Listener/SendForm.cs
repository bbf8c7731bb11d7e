using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Strongroom.Sealing;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Listener;

/// <summary>
/// Takes a form that was sent: reads it strictly, checks it by the field rules, seals it to the compartment's inbox,
/// keeps it durably, and only then answers with the code. No key is needed, and none is here.
/// </summary>
internal sealed class SendForm(
    ShowForm forms, FieldKinds kinds, InboxWriter inbox, TimeProvider time, ILogger<SendForm> logger)
{
    private const string TokenField = "token";
    private const string VersionField = "version";

    // Checking a key costs as much as sealing to it; there is one for each compartment that takes customers in.
    private readonly ConcurrentDictionary<string, AgeRecipient> _recipients = new(StringComparer.Ordinal);

    public static void Map(WebApplication app) =>
        app.MapPost("/f/{slug}", (string slug, HttpContext http, SendForm send) => send.RunAsync(slug, http))
            .RequireRateLimiting(SendLimits.Send);

    public async Task<IResult> RunAsync(string untrustedSlug, HttpContext http)
    {
        if (forms.Find(untrustedSlug) is not { } form)
        {
            return Page.Of<StopView>(PublicWords.NotFound, StatusCodes.Status404NotFound);
        }

        PublicHeaders.AllowFrames(http.Response, form.EmbedOrigins);
        if (!IsForm(http.Request)
            || !FormBody.TryRead(await ReadAsync(http), out IReadOnlyDictionary<string, string>? untrustedFields))
        {
            return Page.Of<StopView>(PublicWords.Malformed, StatusCodes.Status400BadRequest);
        }

        var typed = new TypedForm(untrustedFields);
        if (!SubmitToken.TryParse(typed[TokenField], out SubmitToken? token))
        {
            return Page.Of<StopView>(PublicWords.Malformed, StatusCodes.Status400BadRequest);
        }

        return await RunAsync(form, typed, token);
    }

    private async Task<IResult> RunAsync(IntakeForm form, TypedForm typed, SubmitToken token)
    {
        if (FindNotice(form, typed, token) is { } notice)
        {
            return Again(form, typed, notice);
        }

        (Dictionary<string, JsonElement> values, List<FieldFault> faults) = typed.Read(form, kinds);
        if (faults.Count == 0 && values.Count == 0)
        {
            string first = InputParts.Of(kinds.Find(form.Fields[0].Kind)!)[0].Name;
            faults.Add(new FieldFault(first, "Fill in at least one field."));
        }

        if (faults.Count > 0)
        {
            return Page.Of<FormView>(
                new FormModel { Form = form, Kinds = kinds, Token = token, Typed = typed, Faults = faults },
                StatusCodes.Status422UnprocessableEntity);
        }

        var submission = new Submission
        {
            Format = Submission.FormatName,
            Token = token.ToText(),
            Form = form.Slug,
            Version = form.Version,
            SentAt = time.GetUtcNow(),
            Fields = values,
        };
        return submission.TrySeal(_recipients.GetOrAdd(form.Recipient, AgeRecipient.Parse), out byte[]? file)
            ? await KeepAsync(form, typed, token, file)
            : Again(form, typed, PublicWords.TooMuch, token);
    }

    private async Task<IResult> KeepAsync(IntakeForm form, TypedForm typed, SubmitToken token, byte[] file)
    {
        try
        {
            if (await inbox.KeepAsync(form.Compartment, token.Name, file) != KeptState.Full)
            {
                return Page.Of<ReceiptView>(new ReceiptModel(form, token.Code(0)));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.SubmissionNotKept(failure);
        }

        return Again(form, typed, PublicWords.NotKept, token, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Why the form must be looked at once more although nothing in it is wrong.</summary>
    private string? FindNotice(IntakeForm form, TypedForm typed, SubmitToken token)
    {
        if (typed[PublicWords.HoneypotField].Length > 0)
        {
            return PublicWords.Honeypot;
        }

        if (typed[VersionField] != form.Version.ToString(CultureInfo.InvariantCulture))
        {
            return PublicWords.Changed;
        }

        return token.IsFresh(time.GetUtcNow()) ? null : PublicWords.OutOfDate;
    }

    private IResult Again(
        IntakeForm form, TypedForm typed, string notice, SubmitToken? token = null,
        int status = StatusCodes.Status422UnprocessableEntity) =>
        Page.Of<FormView>(
            new FormModel
            {
                Form = form,
                Kinds = kinds,
                Token = token ?? SubmitToken.New(time.GetUtcNow()),
                Typed = typed,
                Notice = notice,
            },
            status);

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // The listener refuses more than PublicApp.LargestBody while it reads.
    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }
}
