using Strongroom.Vocabulary;

namespace Strongroom.Sealing.Tests;

internal static class Contexts
{
    public static readonly SealContext Field = new()
    {
        Type = "field",
        Compartment = CompartmentId.Parse("compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5061"),
        Owner = CustomerId.Parse("customer-0198a1b2c3d47e8f9a0b1c2d3e4f5062"),
        Table = "fields",
        Column = "value",
        Record = RecordId.Parse("record-0198a1b2c3d47e8f9a0b1c2d3e4f5063"),
        Version = 7,
    };

    /// <summary>The context of <see cref="Field"/> with one part changed, a case for each part.</summary>
    public static TheoryData<string, SealContext> OneDifference() => new()
    {
        { "type", Field with { Type = "fiele" } },
        { "compartment", Field with { Compartment = CompartmentId.New() } },
        { "no compartment", Field with { Compartment = null } },
        { "owner", Field with { Owner = CustomerId.New() } },
        { "no owner", Field with { Owner = null } },
        { "table", Field with { Table = "field" } },
        { "column", Field with { Column = "values" } },
        { "border between table and column", Field with { Table = "fieldsv", Column = "alue" } },
        { "record", Field with { Record = RecordId.New() } },
        { "no record", Field with { Record = null } },
        { "version", Field with { Version = 6 } },
        { "owner and record changed places", Field with { Owner = Field.Record, Record = Field.Owner } },
    };
}
