namespace Strongroom.Vocabulary.Paper;

/// <summary>
/// The Redactor's one answer: <see cref="FoundAnswer"/>, <see cref="RedactedAnswer"/>, <see cref="PictureAnswer"/>
/// or <see cref="RefusedAnswer"/>.
/// </summary>
public abstract record RedactorAnswer
{
    private protected RedactorAnswer()
    {
    }
}
