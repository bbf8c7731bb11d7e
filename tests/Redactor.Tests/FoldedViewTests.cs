using System.Text;
using Strongroom.Recognition.Reading;

namespace Strongroom.Redactor.Tests;

public sealed class FoldedViewTests
{
    [Fact]
    public void Every_character_there_is_can_be_folded()
    {
        Span<char> folded = stackalloc char[ComparableText.MaxFolded];
        for (int value = 0; value <= 0x10FFFF; value++)
        {
            if (Rune.TryCreate(value, out Rune rune))
            {
                Assert.InRange(ComparableText.Fold(rune, folded), 0, ComparableText.MaxFolded);
            }
        }
    }
}
