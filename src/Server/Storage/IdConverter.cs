using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>Keeps ids in the registry as their prefixed text form, so that a row says what it points at.</summary>
internal sealed class IdConverter<TId>() : ValueConverter<TId, string>(id => id.ToString()!, text => Read(text))
    where TId : class, IIdentifier, IParsable<TId>
{
    private static TId Read(string text) => TId.Parse(text, null);
}
