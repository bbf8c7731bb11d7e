using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace Strongroom.Server.Shell.Pages;

/// <summary>A posted form that <see cref="PageGate"/> has let in. Everything in it is untrusted until it is parsed.</summary>
internal sealed class PageForm
{
    private readonly IFormCollection _fields;

    private PageForm(IFormCollection fields) => _fields = fields;

    /// <summary>What was typed, without white space at its ends; empty where there is no such field.</summary>
    public string this[string name] =>
        _fields.TryGetValue(name, out StringValues values) ? (values[0] ?? string.Empty).Trim() : string.Empty;

    /// <summary>The names of the fields, without those of the frame.</summary>
    public IEnumerable<string> Names => _fields.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal));

    /// <summary>Everything typed or ticked under one name.</summary>
    public IReadOnlyList<string> All(string name) =>
        _fields.TryGetValue(name, out StringValues values) ? [.. values.OfType<string>()] : [];

    /// <summary>Whether a box of that name was ticked or a button of that name pressed.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>How minimal APIs make it.</summary>
    [SuppressMessage("Style", "IDE0060", Justification = "The framework looks for this shape.")]
    public static async ValueTask<PageForm?> BindAsync(HttpContext context) =>
        new(await context.Request.ReadFormAsync(context.RequestAborted));
}
