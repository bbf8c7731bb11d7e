namespace Strongroom.Server.Setup;

/// <summary>What step 3 sends.</summary>
/// <param name="Host">What people will type.</param>
/// <param name="Tls"><c>local</c> or <c>files</c>.</param>
/// <param name="CertificateFile">PEM with the chain.</param>
/// <param name="KeyFile">PEM.</param>
internal sealed record AddressInput(string Host, string Tls, string CertificateFile, string KeyFile);
