using System.Globalization;
using Strongroom.Bare;

// kestrel PORT                                       answers over TLS with as many bytes as a reveal
// sql sqlite OPERATION FOLDER CONNECTIONS SECONDS    prints operations a second
switch (args)
{
    case ["kestrel", var port, ..]:
        await BareKestrel.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["sql", "sqlite", var operation, var folder, var connections, var seconds]:
        var sql = new BareSql(folder, operation);
        double rate = await sql.MeasureAsync(
            int.Parse(connections, CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        Console.WriteLine(rate.ToString("F0", CultureInfo.InvariantCulture));
        return 0;
    default:
        return 2;
}
