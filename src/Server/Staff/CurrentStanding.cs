namespace Strongroom.Server.Staff;

/// <summary>The standing of this request's caller; written once by the gate.</summary>
internal sealed class CurrentStanding
{
    public Standing Value { get; set; } = Standing.Visitor;
}
