using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>A row that looks like somebody who is there already. Holds no value of it.</summary>
/// <param name="Row">The row's number as a spreadsheet counts.</param>
/// <param name="Fields">The field kinds that are the same.</param>
/// <param name="Code">The customer it looks like; null where it is another row.</param>
/// <param name="OtherRow">The earlier row of the file that it looks like; null where it is a customer.</param>
internal sealed record ImportSuspect(long Row, IReadOnlyList<string> Fields, CustomerCode? Code, long? OtherRow);
