using System.Collections.Concurrent;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Codes;

/// <summary>
/// Codes for customers made one at a time. While many are made, codes are reserved ahead, many with one sync of the
/// registry; those that are left over lead nowhere for ever, so a quiet compartment draws one at a time.
/// </summary>
internal sealed class CodesAhead(CodeRoutes routes, TimeProvider time)
{
    private const int MostAhead = 64;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<CompartmentId, Stock> _stocks = new();

    /// <summary>A code reserved durably for a customer about to be made, and the handle that goes with it.</summary>
    public (CustomerCode Code, ObjectHandle Handle) Take(CompartmentId compartment)
    {
        Stock stock = _stocks.GetOrAdd(compartment, _ => new Stock());
        // Whoever comes while codes are drawn waits for them: drawing for oneself would wait for the same disk.
        lock (stock)
        {
            if (stock.Codes.Count == 0)
            {
                bool isBusy = stock.DrawnAt is { } drawn && time.GetElapsedTime(drawn) < Busy;
                stock.Draw = isBusy ? Math.Min(stock.Draw * 2, MostAhead) : 1;
                routes.Reserve(compartment, stock.Draw).ForEach(stock.Codes.Enqueue);
                stock.DrawnAt = time.GetTimestamp();
            }

            return stock.Codes.Dequeue();
        }
    }

    /// <summary>What is reserved for one compartment.</summary>
    private sealed class Stock
    {
        public Queue<(CustomerCode Code, ObjectHandle Handle)> Codes { get; } = new();

        public int Draw { get; set; } = 1;

        public long? DrawnAt { get; set; }
    }
}
