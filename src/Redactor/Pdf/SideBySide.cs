using Strongroom.Vocabulary;

namespace Strongroom.Redactor.Pdf;

/// <summary>Two pieces of work that do not wait for each other, on two cores.</summary>
internal static class SideBySide
{
    /// <summary>Runs both to their ends.</summary>
    /// <exception cref="RefusedException">One of them refused.</exception>
    public static (TFirst First, TSecond Second) Run<TFirst, TSecond>(Func<TFirst> first, Func<TSecond> second)
    {
        TFirst one = default!;
        TSecond other = default!;
        try
        {
            Parallel.Invoke(() => one = first(), () => other = second());
        }
        catch (AggregateException all) when (all.InnerExceptions[0] is RefusedException refused)
        {
            throw new RefusedException(refused.Refusal);
        }

        return (one, other);
    }
}
