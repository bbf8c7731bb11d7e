namespace Strongroom.Server.Codes;

/// <summary>How a code is held.</summary>
internal enum CodeHoldState
{
    None = 0,

    /// <summary>Just now, for this handle.</summary>
    Fresh,

    /// <summary>Since earlier, for the same handle: the work was begun before.</summary>
    Again,

    /// <summary>For the same handle, whose customer is erased.</summary>
    Erased,

    /// <summary>For somebody else.</summary>
    Taken,
}
