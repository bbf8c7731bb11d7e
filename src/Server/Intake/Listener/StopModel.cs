namespace Strongroom.Server.Intake.Listener;

/// <summary>What a page says that shows no form.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Sentence">What happened and what to do.</param>
internal sealed record StopModel(string Title, string Sentence);
