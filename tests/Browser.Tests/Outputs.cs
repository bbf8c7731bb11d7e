using System.Text;

namespace Strongroom.Browser.Tests;

/// <summary>Keeps what the servers of this process write to the console, and lets it through.</summary>
internal sealed class Outputs : TextWriter
{
    private static readonly StringBuilder Kept = new();
#pragma warning disable CA2213 // The console outlives this.
    private readonly TextWriter _next;
#pragma warning restore CA2213

    private Outputs(TextWriter next) => _next = next;

    public override Encoding Encoding => _next.Encoding;

    /// <summary>Everything since <see cref="Listen"/>.</summary>
    public static string All
    {
        get
        {
            lock (Kept)
            {
                return Kept.ToString();
            }
        }
    }

    public static void Listen()
    {
        Console.SetOut(new Outputs(Console.Out));
        Console.SetError(new Outputs(Console.Error));
    }

    public override void Write(char value)
    {
        lock (Kept)
        {
            Kept.Append(value);
        }

        _next.Write(value);
    }

    public override void Write(string? value)
    {
        lock (Kept)
        {
            Kept.Append(value);
        }

        _next.Write(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));
}
