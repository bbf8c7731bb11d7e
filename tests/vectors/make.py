#!/usr/bin/env python3
"""Makes the vectors of docs/formats from fixed keys. A second implementation, written from the pages alone.

Needs Python 3.11, python3-cryptography and the argon2 command. Run it in this folder; it must change no file.
"""
import base64
import hashlib
import hmac
import json
import struct
import subprocess

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw


def fixed(name, length=32):
    """Fixed bytes that look random."""
    return hashlib.shake_256(b"strongroom test vector " + name.encode()).digest(length)


def hkdf(secret, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, info).derive(secret)


def lp(text):
    return struct.pack(">I", len(text.encode())) + text.encode()


def id_bytes(text):
    return bytes(16) if text is None else bytes.fromhex(text.split("-")[1])


def save(name, vectors):
    with open(name, "w", encoding="utf-8") as file:
        file.write(json.dumps(vectors, indent=2) + "\n")


# seal.md

def context_bytes(c):
    return (b"strongroom1" + lp(c["type"]) + id_bytes(c["compartment"]) + id_bytes(c["owner"]) + lp(c["table"])
            + lp(c["column"]) + id_bytes(c["record"]) + struct.pack(">Q", c["version"]))


def bucket(length):
    if length > 1024:
        return (length + 1023) // 1024 * 1024
    size = 16
    while size < length:
        size *= 2
    return size


def seal(key, generation, context, nonce, plaintext):
    header = b"\x01" + struct.pack(">I", generation)
    message = b"seal/v1" + header + nonce + hashlib.sha256(context_bytes(context)).digest()
    derived = hmac.digest(key, message, "sha512")
    padded = struct.pack(">I", len(plaintext)) + plaintext
    padded += bytes(bucket(len(padded)) - len(padded))
    return header + nonce + derived[32:] + AESGCM(derived[:32]).encrypt(bytes(12), padded, None)


def context(**parts):
    return {"type": "field", "compartment": None, "owner": None, "table": "fields", "column": "value",
            "record": None, "version": 0} | parts


FULL = context(compartment="compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5061",
               owner="customer-0198a1b2c3d47e8f9a0b1c2d3e4f5062",
               record="record-0198a1b2c3d47e8f9a0b1c2d3e4f5063", version=7)


def seal_vectors():
    vectors = []
    for name, generation, where, plaintext in [
        ("empty", 1, FULL, b""),
        ("a name", 1, FULL, b"Ada Example"),
        ("largest of the first bucket", 2, FULL, bytes(range(12))),
        ("smallest of the second bucket", 2, FULL, bytes(range(13))),
        ("ids absent, names not ASCII", 0xffffffff, context(type="f\u00e4lt", version=2**63 - 1), b"x" * 60),
        ("1024 bytes padded", 1, FULL, fixed("1020", 1020)),
        ("2048 bytes padded", 1, FULL, fixed("1021", 1021)),
    ]:
        key, nonce = fixed(name + " key"), fixed(name + " nonce", 24)
        vectors.append({"name": name, "key": key.hex(), "generation": generation, "context": where,
                        "contextBytes": context_bytes(where).hex(), "nonce": nonce.hex(),
                        "plaintext": plaintext.hex(),
                        "sealed": seal(key, generation, where, nonce, plaintext).hex()})
    return vectors


# file.md and age.md

def chunks(key, plaintext):
    parts = [plaintext[i:i + 65536] for i in range(0, len(plaintext), 65536)] or [b""]
    return b"".join(
        ChaCha20Poly1305(key).encrypt(struct.pack(">3xQB", i, i == len(parts) - 1), part, None)
        for i, part in enumerate(parts))


def file_vectors():
    vectors = []
    where = FULL | {"type": "file", "table": "archive", "column": "original"}
    for name, length in [("empty", 0), ("small", 100), ("one full chunk", 65536), ("one byte more", 65537)]:
        key, file_key = fixed(name + " file sealing key"), fixed(name + " file key")
        seal_nonce, nonce = fixed(name + " seal nonce", 24), fixed(name + " file nonce", 16)
        plaintext = fixed(name + " content", length)
        sealed_key = seal(key, 3, where, seal_nonce, file_key)
        head = b"SRFILE\x01" + sealed_key + nonce
        head += hmac.digest(hkdf(file_key, b"", b"strongroom file header"), head, "sha256")
        whole = head + chunks(hkdf(file_key, nonce, b"strongroom file content"), plaintext)
        vectors.append({"name": name, "key": key.hex(), "generation": 3, "context": where,
                        "sealNonce": seal_nonce.hex(), "fileKey": file_key.hex(), "nonce": nonce.hex(),
                        "contentSha256": hashlib.sha256(plaintext).hexdigest(), "header": head.hex(),
                        "sealedSha256": hashlib.sha256(whole).hexdigest()}
                       | ({"content": plaintext.hex(), "sealed": whole.hex()} if length < 1000 else {}))
    return vectors


def b64(data):
    return base64.b64encode(data).decode().rstrip("=")


def age(recipient, ephemeral, file_key, nonce, plaintext):
    share = ephemeral.public_key().public_bytes(*RAW)
    secret = ephemeral.exchange(X25519PublicKey.from_public_bytes(recipient))
    wrap = hkdf(secret, share + recipient, b"age-encryption.org/v1/X25519")
    body = ChaCha20Poly1305(wrap).encrypt(bytes(12), file_key, None)
    head = f"age-encryption.org/v1\n-> X25519 {b64(share)}\n{b64(body)}\n---".encode()
    mac = hmac.digest(hkdf(file_key, b"", b"header"), head, "sha256")
    return head + b" " + b64(mac).encode() + b"\n" + nonce + chunks(hkdf(file_key, nonce, b"payload"), plaintext)


def bech32(prefix, data):
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    groups = [int(bits[i:i + 5], 2) for i in range(0, len(bits), 5)]

    def polymod(values):
        total = 1
        for value in values:
            top, total = total >> 25, (total & 0x1ffffff) << 5 ^ value
            for i, term in enumerate([0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]):
                total ^= term if top >> i & 1 else 0
        return total

    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = polymod(expanded + groups + [0] * 6) ^ 1
    return prefix + "1" + "".join(alphabet[g] for g in groups + [check >> 5 * (5 - i) & 31 for i in range(6)])


def public(private):
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes(*RAW)


def age_vectors():
    vectors = []
    for name, plaintext in [("empty", b""), ("small", b"Ada Example"), ("two chunks", fixed("two chunks", 65537))]:
        private, ephemeral = fixed(name + " identity"), fixed(name + " ephemeral")
        file_key, nonce = fixed(name + " age file key", 16), fixed(name + " age nonce", 16)
        whole = age(public(private), X25519PrivateKey.from_private_bytes(ephemeral), file_key, nonce, plaintext)
        vectors.append({"name": name, "identity": bech32("age-secret-key-", private).upper(),
                        "recipient": bech32("age", public(private)), "ephemeral": ephemeral.hex(),
                        "fileKey": file_key.hex(), "nonce": nonce.hex(),
                        "contentSha256": hashlib.sha256(plaintext).hexdigest(),
                        "sealedSha256": hashlib.sha256(whole).hexdigest()}
                       | ({"content": plaintext.hex(), "sealed": whole.hex()} if len(plaintext) < 1000 else {}))
    return vectors


# keyring.md

def keyring_vector():
    unseal, root, seed = fixed("unseal key"), fixed("root identity"), fixed("audit seed")
    signer = Ed25519PrivateKey.from_private_bytes(seed)
    where = context(type="root-block", table="keyring", column="root-block")
    block = seal(unseal, 1, where, fixed("root block nonce", 24),
                 root + signer.public_key().public_bytes(*RAW) + struct.pack(">I", 1))
    entries = []
    for purpose, compartment, generation in [
        ("audit-signing", None, 1),
        ("compartment", "compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5061", 1),
        ("compartment", "compartment-0198a1b2c3d47e8f9a0b1c2d3e4f5061", 2),
    ]:
        key = seed if purpose == "audit-signing" else fixed(f"{purpose} {generation}")
        content = b"keyring/v1" + lp(purpose) + id_bytes(compartment) + struct.pack(">I", generation) + key
        place = f"{purpose} {generation}"
        sealed = age(public(root), X25519PrivateKey.from_private_bytes(fixed(place + " ephemeral")),
                     fixed(place + " file key", 16), fixed(place + " nonce", 16), content)
        entries.append({"purpose": purpose, "compartment": compartment, "generation": generation,
                        "created": "2026-02-03T04:05:06Z", "sealedKey": base64.b64encode(sealed).decode()})
    ring = {"format": "strongroom-keyring/1", "revision": 4, "root": bech32("age", public(root)),
            "rootBlock": base64.b64encode(block).decode(), "entries": entries, "signature": ""}
    unsigned = (json.dumps(ring, indent=2) + "\n").encode()
    ring["signature"] = base64.b64encode(signer.sign(b"keyring/v1" + unsigned)).decode()
    return {"unsealKey": unseal.hex(), "unsealGeneration": 1, "rootIdentity": root.hex(), "auditSeed": seed.hex(),
            "keys": [(seed if e["purpose"] == "audit-signing" else fixed(f"{e['purpose']} {e['generation']}")).hex()
                     for e in entries],
            "file": json.dumps(ring, indent=2) + "\n"}


# blind-index.md and password.md

def blind_index_vectors():
    vectors = []
    for bits, value in [(4, "ada example"), (12, "ada example"), (20, "ada example"), (128, "123456789"), (64, "")]:
        key = fixed("index key")
        tag = bytearray(hmac.digest(key, value.encode(), "sha256")[:(bits + 7) // 8])
        tag[-1] &= 0xff << (-bits % 8) & 0xff
        vectors.append({"key": key.hex(), "value": value, "bits": bits, "tag": tag.hex()})
    return vectors


def keyed_hash_vectors():
    return [{"key": fixed("hash key").hex(), "label": label, "value": value,
             "hash": hmac.digest(fixed("hash key"), lp(label) + value.encode(), "sha256").hex()}
            for label, value in [("code", "7Q4M2KTD9RWXJV"), ("session", ""), ("s", "ession")]]


def password_vectors():
    vectors = []
    for password, memory, passes in [("correct horse battery staple", 65536, 3), ("p\u00e4sswort auf deutsch", 1024, 2)]:
        pepper, salt = fixed("pepper"), "sixteen letters!"
        peppered = hmac.digest(pepper, lp("password") + password.encode(), "sha256")
        assert b"\0" not in peppered  # the command reads to its end, this is for older ones
        stored = subprocess.run(
            ["argon2", salt, "-id", "-t", str(passes), "-k", str(memory), "-p", "1", "-l", "32", "-e"],
            input=peppered, capture_output=True, check=True).stdout.decode().strip()
        vectors.append({"pepper": pepper.hex(), "password": password, "stored": stored,
                        "outdated": (memory, passes) != (65536, 3)})
    return vectors


# customer-code.md

def times(a, b):
    product = 0
    for bit in range(5):
        product ^= (a << bit) * (b >> bit & 1)
    for bit in range(9, 4, -1):
        product ^= (0b100101 << bit - 5) * (product >> bit & 1)
    return product


def customer_code_vectors():
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    codes = []
    for data in ["000000000000", "000000000001", "7Q4M2KTD9RWX", "ZZZZZZZZZZZZ", "0123456789AB", "CDEFGHJKMNPQ", "RSTVWXYZ0000"]:
        rest = [alphabet.index(c) for c in data] + [0, 0]
        for i in range(12):  # long division by x^2 + 6x + 8
            rest[i + 1] ^= times(rest[i], 6)
            rest[i + 2] ^= times(rest[i], 8)
        whole = data + alphabet[rest[12]] + alphabet[rest[13]]
        codes.append("-".join([whole[:4], whole[4:8], whole[8:12], whole[12:]]))
    return {"codes": codes,
            "accepted": {"7q4m-2ktd-9rwx-jv": codes[2], "7Q4M 2KTD 9RWX JV": codes[2], "7Q4M2KTD9RWXJV": codes[2],
                         "oooo-OOOO-0000-00": codes[0]},
            "refused": ["", "7Q4M-2KTD-9RWX", "7Q4M-2KTD-9RWX-JW", "7Q4M-2KTD-9RWX-VJ", "7Q4M-2KTD-9RWX-JVJ",
                        "7Q4M-2KTD-9RWX-J\u0056\u0301", "UUUU-UUUU-UUUU-UU", "7Q4M_2KTD_9RWX_JV"]}


# recipient-code.md

def recipient_code_vectors():
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    codes, customers = [], customer_code_vectors()["codes"]
    for customer in customers:
        *data, high, low = [alphabet.index(c) for c in customer.replace("-", "")]
        whole = "".join(alphabet[s] for s in data + [high ^ 1, low ^ 2])
        codes.append("R-" + "-".join([whole[:4], whole[4:8], whole[8:12], whole[12:]]))
    recipient = "recipient-0198a1b2c3d47e8f9a0b1c2d3e4f5065"
    key = fixed("code-hash key")
    tag = hmac.digest(key, lp("recipient-code") + id_bytes(recipient) + codes[2].encode(), "sha256")[:16]
    return {"codes": codes,
            "accepted": {codes[2].lower(): codes[2], codes[2].replace("-", " "): codes[2],
                         codes[2].replace("-", ""): codes[2], codes[0].replace("0", "o"): codes[0]},
            "refused": ["", codes[2][2:], "R-" + customers[2], customers[2], codes[2] + "0", codes[2][:-1],
                        "R" + codes[2], "S" + codes[2][1:], codes[2].replace("-", "_")],
            "hash": {"key": key.hex(), "recipient": recipient, "code": codes[2], "tag": tag.hex()}}


# inbox.md

def code_of(symbols):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    rest = symbols + [0, 0]
    for i in range(12):  # long division by x^2 + 6x + 8
        rest[i + 1] ^= times(rest[i], 6)
        rest[i + 2] ^= times(rest[i], 8)
    whole = "".join(alphabet[s] for s in symbols + rest[12:])
    return "-".join([whole[:4], whole[4:8], whole[8:12], whole[12:]])


def inbox_vectors():
    vectors = []
    for name, note in [("first", "short"), ("second", "x" * 5000)]:
        token = struct.pack(">Q", 1770091445) + fixed(name + " token", 24)

        def derive(label, data):
            return hmac.digest(token, lp(label) + data, "sha256")

        text = base64.urlsafe_b64encode(token).decode().rstrip("=")
        content = json.dumps({"format": "strongroom-submission/1", "token": text, "form": "welcome", "version": 3,
                              "sentAt": "2026-02-03T04:05:06+00:00",
                              "fields": {"full-name": "Ada Example", "note": note}}, separators=(",", ":")).encode()
        padded = struct.pack(">I", len(content)) + content
        padded += bytes(next(size for size in (4096, 16384, 65536, 262144) if size >= len(padded)) - len(padded))
        private, ephemeral = fixed(name + " inbox"), fixed(name + " inbox ephemeral")
        whole = age(public(private), X25519PrivateKey.from_private_bytes(ephemeral), fixed(name + " inbox file key", 16),
                    fixed(name + " inbox nonce", 16), padded)
        vectors.append({"token": text, "name": derive("intake/submission", b"0")[:16].hex(),
                        "handle": "handle-" + derive("intake/handle", b"0")[:16].hex(),
                        "customer": "customer-" + derive("intake/customer", b"0")[:16].hex(),
                        "codes": [code_of([b & 31 for b in derive("intake/code", str(i).encode())[:12]]) for i in (0, 1)],
                        "identity": private.hex(), "note": note,
                        "length": len(whole), "file": base64.b64encode(whole).decode()})
    return vectors


# recovery-sheet.md

def recovery_sheet_vectors():
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    vectors = []
    for key in [bytes(32), bytes([255]) * 32, fixed("unseal key")]:
        payload = b"\x01" + key
        payload += hashlib.sha256(b"recovery-sheet/v1" + payload).digest()[:2]
        number = int.from_bytes(payload, "big")
        symbols = [number >> 5 * (55 - i) & 31 for i in range(56)]
        lines = []
        for line in range(4):
            data = symbols[line * 14:line * 14 + 14]
            rest = [line] + data + [0, 0]
            for i in range(15):  # long division by x^2 + 6x + 8
                rest[i + 1] ^= times(rest[i], 6)
                rest[i + 2] ^= times(rest[i], 8)
            text = "".join(alphabet[s] for s in data + rest[15:])
            lines.append(" ".join(text[i:i + 4] for i in range(0, 16, 4)))
        vectors.append({"key": key.hex(), "lines": lines})
    return vectors


save("seal.json", seal_vectors())
save("file.json", file_vectors())
save("age.json", age_vectors())
save("keyring.json", keyring_vector())
save("blind-index.json", blind_index_vectors())
save("keyed-hash.json", keyed_hash_vectors())
save("password.json", password_vectors())
save("customer-code.json", customer_code_vectors())
save("recipient-code.json", recipient_code_vectors())
save("inbox.json", inbox_vectors())
save("recovery-sheet.json", recovery_sheet_vectors())
