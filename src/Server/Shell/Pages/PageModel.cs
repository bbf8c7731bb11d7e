namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// What the page under way is to show. Razor makes components public, so they cannot take our internal types as
/// parameters; a view injects this and reads its model from it.
/// </summary>
internal sealed class PageModel
{
    private object? _model;

    public void Give(object model) => _model = model;

    /// <summary>The model, in the type that the view asks for.</summary>
    /// <exception cref="InvalidCastException">The endpoint gave another; our bug.</exception>
    public TModel As<TModel>() => (TModel)_model!;
}
