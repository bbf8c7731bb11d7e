namespace Strongroom.Vocabulary.Paper;

/// <summary>What the Redactor is asked to do.</summary>
public enum RedactorAct
{
    /// <summary>Nothing: refused.</summary>
    None = 0,

    /// <summary>Read the document and find identifying information in it.</summary>
    Find = 1,

    /// <summary>Black out the decided boxes, rebuild the document and prove it.</summary>
    Apply = 2,

    /// <summary>Draw one page as a picture, with the boxes of the request burnt in if there are any.</summary>
    Picture = 3,
}
