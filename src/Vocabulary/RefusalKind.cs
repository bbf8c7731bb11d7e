namespace Strongroom.Vocabulary;

/// <summary>The sort of a rule's "no"; the HTTP status and the exit code follow from it.</summary>
public enum RefusalKind
{
    /// <summary>Not a kind.</summary>
    None = 0,

    /// <summary>What was sent does not fit: 400, exit code 2.</summary>
    Invalid = 1,

    /// <summary>Nobody is logged in: 401, exit code 3.</summary>
    NotLoggedIn = 2,

    /// <summary>A gate is shut: 403, exit code 3.</summary>
    NotAllowed = 3,

    /// <summary>Not there, or not yours; the two look the same: 404, exit code 6.</summary>
    NotFound = 4,

    /// <summary>It collides with what is there: 409, exit code 1.</summary>
    Conflict = 5,

    /// <summary>What is there has changed since it was read: 412, exit code 1.</summary>
    Changed = 6,

    /// <summary>It cannot be taken in as it is: 422, exit code 8.</summary>
    Unprocessable = 7,

    /// <summary>The caller must say which version it changes: 428, exit code 2.</summary>
    VersionMissing = 8,

    /// <summary>Too often: 429, exit code 7.</summary>
    TooMany = 9,

    /// <summary>Sealed, closed, starting or without a part it needs: 503, exit code 7.</summary>
    NotReady = 10,

    /// <summary>A fresh step-up is needed: 401 with a challenge, exit code 4.</summary>
    StepUp = 11,

    /// <summary>Larger than is taken in: 413, exit code 2.</summary>
    TooLarge = 12,
}
