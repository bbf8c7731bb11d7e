namespace Strongroom.Cli.Demo;

/// <summary>Where a customer of the demo is.</summary>
/// <param name="Code">The customer's code.</param>
/// <param name="Compartment">The compartment of the series that took the customer in.</param>
internal sealed record DemoCode(string Code, string Compartment);
