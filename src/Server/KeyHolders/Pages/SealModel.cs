namespace Strongroom.Server.KeyHolders.Pages;

/// <summary>The question before everything is closed.</summary>
internal sealed record SealModel;
