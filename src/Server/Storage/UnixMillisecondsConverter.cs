using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Strongroom.Server.Storage;

/// <summary>Keeps instants in the registry as Unix milliseconds, which sort and compare in every database.</summary>
internal sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
