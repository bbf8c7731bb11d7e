namespace Strongroom.Sealing;

/// <summary>A key holder, as the keyring has them.</summary>
/// <param name="Name">Who it is; stands in the clear.</param>
/// <param name="Hash">The hash of the holder's share, 64 hexadecimal digits in lower case.</param>
public sealed record ShareHolder(string Name, string Hash);
