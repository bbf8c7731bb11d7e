using System.Globalization;
using Strongroom.Bare;

// kestrel PORT                                              answers over TLS with as many bytes as a reveal
// sql OPERATION FOLDER CONNECTIONS SECONDS [CONNECTION]      prints operations a second: SQLite, or PostgreSQL at CONNECTION
// seal CONNECTION                                           prints records sealed a second: by us, by pgcrypto's PGP and its raw AES
switch (args)
{
    case ["kestrel", var port]:
        await BareKestrel.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["sql", var operation, var folder, var connections, var seconds, .. var server]:
        var sql = new BareSql(folder, operation, server.FirstOrDefault());
        double rate = await sql.MeasureAsync(
            int.Parse(connections, CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        Console.WriteLine(rate.ToString("F0", CultureInfo.InvariantCulture));
        return 0;
    case ["seal", var connection]:
        Console.WriteLine(string.Join(' ', SealRates.Measure(connection).Select(
            one => one.ToString("F0", CultureInfo.InvariantCulture))));
        return 0;
    default:
        return 2;
}
