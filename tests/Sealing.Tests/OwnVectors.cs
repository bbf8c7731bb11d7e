using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

/// <summary>The vectors of docs/formats, which make.py made from the pages, sharing no code with the product.</summary>
internal static class OwnVectors
{
    public static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", file))).RootElement;

    public static SealContext Context(this JsonElement vector)
    {
        JsonElement context = vector.GetProperty("context");
        return new()
        {
            Type = context.Text("type"),
            Compartment = context.Id("compartment", CompartmentId.Parse),
            Owner = context.Id("owner", CustomerId.Parse),
            Table = context.Text("table"),
            Column = context.Text("column"),
            Record = context.Id("record", RecordId.Parse),
            Version = context.GetProperty("version").GetInt64(),
        };
    }

    public static SealingKey Key(this JsonElement vector) =>
        SealingKey.TakeFrom(vector.Bytes("key"), vector.GetProperty("generation").GetUInt32());

    private static IIdentifier? Id(this JsonElement context, string property, Func<string, IIdentifier> parse) =>
        context.GetProperty(property).GetString() is { } text ? parse(text) : null;
}
