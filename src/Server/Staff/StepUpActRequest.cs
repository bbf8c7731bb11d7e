namespace Strongroom.Server.Staff;

/// <summary>The act that a step-up is asked for.</summary>
/// <param name="Name"><c>reveal</c>, or <c>general</c> for whatever asks for a step-up.</param>
/// <param name="Customer">The code of the customer whose fields are to be revealed.</param>
/// <param name="Fields">Their kinds.</param>
/// <param name="Purpose">The purpose that the reveal will name.</param>
internal sealed record StepUpActRequest(
    string Name, string? Customer = null, IReadOnlyList<string>? Fields = null, string? Purpose = null);
