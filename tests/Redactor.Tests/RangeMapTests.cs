using CsCheck;
using Strongroom.Redactor.Applying;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class RangeMapTests
{
    private static readonly Gen<(string Text, List<RedactionBox> Boxes)> Texts =
        Gen.Select(Gen.Char['a', 'z'].Array[20, 60], Gen.Int[1, 9].Array[0, 8]).Select((letters, steps) =>
        {
            var boxes = new List<RedactionBox>();
            for (int i = 0, at = 0; i + 1 < steps.Length && at + steps[i] + steps[i + 1] <= letters.Length; i += 2)
            {
                int start = at + steps[i];
                at = start + steps[i + 1];
                boxes.Add(new RedactionBox { Segment = 0, Start = start, End = at, Kind = FindingKinds.PersonName });
            }

            return (new string(letters), boxes);
        });

    [Fact]
    public void What_stays_is_the_same_text_before_and_after_and_maps_back_to_its_place() =>
        Texts.Sample((text, boxes) =>
        {
            string after = BoxWriter.Write(DocumentText.Plain(text), boxes).Segments[0].Text;
            var map = new RangeMap(boxes);
            return Enumerable.Range(0, text.Length).Where(place => !boxes.Exists(box => box.Start <= place && place < box.End))
                .All(place =>
                {
                    (int start, int end) = map.After(place, place + 1);
                    return end == start + 1 && after[start] == text[place] && map.Before(start, end) == (place, place + 1);
                });
        });

    [Fact]
    public void A_label_that_is_touched_maps_back_to_its_whole_box() =>
        Texts.Sample((_, boxes) =>
        {
            var map = new RangeMap(boxes);
            return boxes.TrueForAll(box =>
            {
                (int start, int end) = map.After(box.Start, box.End);
                return end - start == "[name]".Length && map.Before(start + 1, end - 1) == (box.Start, box.End);
            });
        });

    [Fact]
    public void Of_two_words_in_a_box_the_first_has_the_label_and_nothing_is_left_of_the_second()
    {
        var map = new RangeMap([new RedactionBox { Segment = 0, Start = 5, End = 16, Kind = FindingKinds.PersonName }]);

        Assert.Equal((5, 11), map.After(5, 8));
        Assert.Equal((11, 11), map.After(9, 16));
        Assert.Equal((11, 13), map.After(9, 18)); // "Example's": the rest of the word follows the label
    }
}
