namespace Strongroom.Browser.Tests;

/// <summary>One business for all tests of paperwork: opening it takes longer than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class PaperworkPractice : ICollectionFixture<Practice>
{
    public const string Name = "paperwork";
}
