using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Strongroom.Server.Tests;

/// <summary>
/// A passkey in software: ES256, no attestation, one key. Every part of its answers can be made wrong.
/// </summary>
internal sealed class Authenticator : IDisposable
{
    public const byte Present = 0x01;
    public const byte Verified = 0x04;
    public const byte BackupEligible = 0x08;
    public const byte BackedUp = 0x10;
    private const byte HasKey = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Credential { get; set; } = RandomNumberGenerator.GetBytes(32);

    public string Origin { get; set; } = RunningServer.Origin;

    public string Domain { get; set; } = RunningServer.Domain;

    public byte Flags { get; set; } = Present | Verified;

    public uint Count { get; set; }

    /// <summary>What it says of its holder; the server gave it at the registration.</summary>
    public byte[]? Holder { get; set; }

    public bool CrossOrigin { get; set; }

    /// <summary>Replaces the challenge that was asked for.</summary>
    public string? Challenge { get; set; }

    public string? ClientType { get; set; }

    /// <summary>Changes the signature's bytes after signing.</summary>
    public Func<byte[], byte[]> Spoil { get; set; } = signature => signature;

    /// <summary>The public key as COSE.</summary>
    public byte[] PublicKey
    {
        get
        {
            ECParameters key = _key.ExportParameters(includePrivateParameters: false);
            return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.Q.X!, 0x22, 0x58, 0x20, .. key.Q.Y!];
        }
    }

    /// <summary>Makes the credential that the options ask for.</summary>
    public object Register(JsonElement options)
    {
        Holder = Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString());
        byte[] data =
        [
            .. AuthenticatorData((byte)(Flags | HasKey)), .. new byte[16], (byte)(Credential.Length >> 8),
            (byte)Credential.Length, .. Credential, .. PublicKey,
        ];
        byte[] attestation =
        [
            0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x59,
            (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return new
        {
            id = Base64Url.EncodeToString(Credential),
            rawId = Base64Url.EncodeToString(Credential),
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(ClientData(ClientType ?? "webauthn.create", options)),
                attestationObject = Base64Url.EncodeToString(attestation),
                transports = new[] { "internal", "hybrid" },
            },
        };
    }

    /// <summary>Signs what the options ask for.</summary>
    public object Sign(JsonElement options)
    {
        byte[] data = AuthenticatorData(Flags);
        byte[] client = ClientData(ClientType ?? "webauthn.get", options);
        byte[] signature = Spoil(_key.SignData(
            [.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return new
        {
            id = Base64Url.EncodeToString(Credential),
            rawId = Base64Url.EncodeToString(Credential),
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(client),
                authenticatorData = Base64Url.EncodeToString(data),
                signature = Base64Url.EncodeToString(signature),
                userHandle = Holder is null ? null : Base64Url.EncodeToString(Holder),
            },
        };
    }

    public void Dispose() => _key.Dispose();

    private byte[] AuthenticatorData(byte flags)
    {
        byte[] data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(Domain), data);
        data[32] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), Count);
        return data;
    }

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = Challenge ?? options.GetProperty("challenge").GetString(),
        origin = Origin,
        crossOrigin = CrossOrigin,
    });
}
