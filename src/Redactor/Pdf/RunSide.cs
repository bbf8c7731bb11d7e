namespace Strongroom.Redactor.Pdf;

/// <summary>By which side a run is held in its place, whatever its length.</summary>
internal enum RunSide
{
    /// <summary>Never the answer.</summary>
    None = 0,

    /// <summary>Its left end stands under those of other runs, or nothing else tells.</summary>
    Left = 1,

    /// <summary>Its right end stands under those of other runs.</summary>
    Right = 2,

    /// <summary>Its middle stands in that of the page, or under those of other runs.</summary>
    Middle = 3,
}
