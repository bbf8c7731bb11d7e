using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>The standard typeface and size that come nearest to the words of a run that survive.</summary>
/// <param name="Face">The typeface.</param>
/// <param name="Size">In units, a multiple of half a point.</param>
internal sealed record TextFit(Typeface Face, int Size)
{
    /// <summary>Half a point.</summary>
    private const int Step = 10;

    /// <summary>
    /// A place is as high as this many thousandths of the size: ascent and descent of Helvetica; Times has 900, Courier 786.
    /// </summary>
    private const int HeightOfSize = 925;
    private const int Em = 1000;

    /// <summary>
    /// Fits whole words by their widths; the removed ones have no say, as the fit would tell of them. Without words the
    /// height of the line decides.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="survivors">Its words that stay whole, as the standard typefaces write them.</param>
    public static TextFit Of(LineRun run, List<(byte[] Text, int Width)> survivors)
    {
        int byHeight = run.Area.Height * Em / HeightOfSize;
        (Typeface best, double size) = (Typeface.All[0], (double)byHeight);
        double least = double.MaxValue;
        foreach (Typeface face in Typeface.All)
        {
            long units = survivors.Sum(word => (long)face.Measure(word.Text, Em));
            if (units == 0)
            {
                break;
            }

            double fitted = survivors.Sum(word => (double)word.Width) * Em / units;
            double miss = survivors.Sum(word => Math.Abs((face.Measure(word.Text, Em) * fitted / Em) - word.Width))
                + (Math.Abs(fitted - byHeight) / Step);
            if (miss < least - 1)
            {
                (best, size, least) = (face, fitted, miss);
            }
        }

        double bounded = Math.Clamp(size, byHeight * 0.7, byHeight * 1.2);
        return new TextFit(best, Math.Max(Step, (int)Math.Round(bounded / Step) * Step));
    }
}
