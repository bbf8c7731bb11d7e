namespace Strongroom.Server.Setup;

/// <summary>The draft of this request's browser; written once, before the page's own code runs.</summary>
internal sealed class CurrentDraft
{
    private SetupDraft? _value;

    public SetupDraft Value
    {
        get => _value ?? throw new InvalidOperationException("this page has no draft");
        set => _value = value;
    }
}
