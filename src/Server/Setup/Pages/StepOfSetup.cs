namespace Strongroom.Server.Setup.Pages;

/// <summary>Which step a page is, as metadata.</summary>
/// <param name="Step">Shown only when all before it are done.</param>
internal sealed record StepOfSetup(SetupStep Step);
