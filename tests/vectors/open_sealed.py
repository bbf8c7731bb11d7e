#!/usr/bin/env python3
"""Opens what Strongroom sealed. A second reader, written from the pages of docs/formats alone.

Reads a JSON list of jobs from its input and writes the list of answers, null where a page says "refused". Bytes are
hexadecimal digits; `do` names the page, the other members are the arguments of the function. Needs python3-cryptography.
"""
import base64
import hashlib
import hmac
import json
import re
import struct
import sys

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PURPOSES = ["audit-body", "audit-signing", "backup", "code-route", "compartment", "database", "idempotency",
            "password-pepper", "session"]


class Refused(Exception):
    """What is read is not authentic, or not in the one form that its page gives."""


def need(condition):
    if not condition:
        raise Refused


def hkdf(secret, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, info).derive(secret)


def lp(text):
    return struct.pack(">I", len(text.encode())) + text.encode()


def id_bytes(text):
    return bytes(16) if text is None else bytes.fromhex(text.rpartition("-")[2])


def base_64(text):
    """With padding, and in the one spelling of these bytes."""
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text)
    return data


# seal.md

def context_bytes(context):
    return (b"strongroom1" + lp(context["type"]) + id_bytes(context["compartment"]) + id_bytes(context["owner"])
            + lp(context["table"]) + lp(context["column"]) + id_bytes(context["record"])
            + struct.pack(">Q", context["version"]))


def bucket(length):
    return next((size for size in (16, 32, 64, 128, 256, 512, 1024) if size >= length), -(-length // 1024) * 1024)


def open_seal(key, generation, context, sealed):
    size = len(sealed) - 77
    need(size >= 16 and bucket(size) == size and sealed[0] == 1)
    need(struct.unpack(">I", sealed[1:5])[0] == generation > 0)
    message = b"seal/v1" + sealed[:29] + hashlib.sha256(context_bytes(context)).digest()
    derived = hmac.digest(key, message, "sha512")
    need(hmac.compare_digest(derived[32:], sealed[29:61]))
    padded = AESGCM(derived[:32]).decrypt(bytes(12), sealed[61:], None)
    end = 4 + struct.unpack(">I", padded[:4])[0]
    need(bucket(end) == size and not any(padded[end:]))
    return padded[4:end]


def open_key(key, generation, context, sealed, innerGeneration):
    text = open_seal(key, generation, context, sealed)
    need(len(sealed) == 141 and len(text) == 36 and struct.unpack(">I", text[:4])[0] == innerGeneration)
    return text[4:]


# file.md

def open_chunks(key, sealed):
    chunks = [sealed[at:at + 65552] for at in range(0, len(sealed), 65552)]
    need(chunks and (len(chunks[-1]) > 16 or len(sealed) == 16))
    return b"".join(
        ChaCha20Poly1305(key).decrypt(number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]), chunk, None)
        for number, chunk in enumerate(chunks))


def open_file(key, generation, context, sealed):
    need(sealed[:7] == b"SRFILE\x01" and len(sealed) >= 196 + 16)
    file_key = open_seal(key, generation, context, sealed[7:148])
    mac = hmac.digest(hkdf(file_key, b"", b"strongroom file header"), sealed[:164], "sha256")
    need(len(file_key) == 32 and hmac.compare_digest(mac, sealed[164:196]))
    return open_chunks(hkdf(file_key, sealed[148:164], b"strongroom file content"), sealed[196:])


# age.md

def bech32(prefix, data):
    bits = "".join(f"{byte:08b}" for byte in data)
    groups = [int(bits[at:at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]
    check = 1
    for value in [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + groups + [0] * 6:
        top, check = check >> 25, (check & 0x1ffffff) << 5 ^ value
        for bit, term in enumerate((0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3)):
            check ^= term * (top >> bit & 1)
    groups += [(check ^ 1) >> 5 * (5 - at) & 31 for at in range(6)]
    return prefix + "1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[group] for group in groups)


def unpadded(text, length=None):
    data = base_64(text + "=" * (-len(text) % 4))
    need("=" not in text and length in (None, len(data)))
    return data


def read_stanzas(lines):
    """Arguments and body of each; a body has full lines of 64 characters and then one that is shorter."""
    stanzas = []
    while lines and lines[0].startswith("-> "):
        arguments = lines.pop(0)[3:].split(" ")
        need(all(re.fullmatch("[!-~]+", argument) for argument in arguments))
        body = [lines.pop(0)]
        while len(body[-1]) == 64:
            body.append(lines.pop(0))
        need(len(body[-1]) < 64)
        stanzas.append((arguments, b"".join(unpadded(line) for line in body)))
    need(0 < len(stanzas) <= 64 and not lines)
    return stanzas


def unwrap(private, stanzas):
    recipient, found = public(private), None
    for arguments, body in stanzas:
        need(arguments[0] != "scrypt" or len(stanzas) == 1)
        if arguments[0] != "X25519":
            continue
        need(len(arguments) == 2 and len(body) == 32)
        share = unpadded(arguments[1], 32)
        secret = private.exchange(X25519PublicKey.from_public_bytes(share))
        wrap = hkdf(secret, share + recipient, b"age-encryption.org/v1/X25519")
        try:
            found = found or ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None)
        except InvalidTag:
            pass  # for somebody else
    need(found)
    return found


def public(private):
    return private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def open_age(identity, sealed):
    head, mark, rest = sealed.partition(b"\n---")
    mac, line_feed, payload = rest.partition(b"\n")
    need(mark and line_feed and len(head) < 65536 and mac.startswith(b" ") and len(payload) >= 32)
    lines = head.decode("ascii").split("\n")
    need(lines.pop(0) == "age-encryption.org/v1")
    file_key = unwrap(X25519PrivateKey.from_private_bytes(identity), read_stanzas(lines))
    expected = hmac.digest(hkdf(file_key, b"", b"header"), head + mark, "sha256")
    need(hmac.compare_digest(expected, unpadded(mac[1:].decode("ascii"), 32)))
    return open_chunks(hkdf(file_key, payload[:16], b"payload"), payload[16:])


# keyring.md

def open_root_block(unsealKey, generation, sealed):
    context = {"type": "root-block", "compartment": None, "owner": None, "table": "keyring", "column": "root-block",
               "record": None, "version": 0}
    block = open_seal(unsealKey, generation, context, sealed)
    need(len(sealed) == 205 and len(block) == 68 and struct.unpack(">I", block[64:])[0] > 0)
    return {"root": block[:32], "auditKey": block[32:64], "generation": struct.unpack(">I", block[64:])[0]}


def open_entry(root, entry):
    need(list(entry) == ["purpose", "compartment", "generation", "created", "sealedKey"])
    need(entry["purpose"] in PURPOSES and (entry["purpose"] == "compartment") == (entry["compartment"] is not None))
    need(entry["compartment"] is None or re.fullmatch("compartment-[0-9a-f]{32}", entry["compartment"]))
    need(entry["generation"] > 0 and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["created"]))
    place = (b"keyring/v1" + lp(entry["purpose"]) + id_bytes(entry["compartment"])
             + struct.pack(">I", entry["generation"]))
    content = open_age(root, base_64(entry["sealedKey"]))
    need(content[:-32] == place)
    return {name: entry[name] for name in list(entry)[:4]} | {"key": content[-32:]}


def open_keyring(unsealKey, generation, file):
    ring = json.loads(file.decode())
    need((json.dumps(ring, indent=2, ensure_ascii=False) + "\n").encode() == file)
    need(list(ring) == ["format", "revision", "root", "rootBlock", "entries", "signature"])
    need(ring["format"] == "strongroom-keyring/1" and ring["revision"] > 0)
    block = open_root_block(unsealKey, generation, base_64(ring["rootBlock"]))
    unsigned = json.dumps(ring | {"signature": ""}, indent=2, ensure_ascii=False) + "\n"
    Ed25519PublicKey.from_public_bytes(block["auditKey"]).verify(
        base_64(ring["signature"]), b"keyring/v1" + unsigned.encode())
    need(ring["root"] == bech32("age", public(X25519PrivateKey.from_private_bytes(block["root"]))))
    places = [(entry["purpose"], entry["compartment"] or "", entry["generation"]) for entry in ring["entries"]]
    need(places == sorted(set(places)))
    return block | {"revision": ring["revision"], "entries": [open_entry(block["root"], e) for e in ring["entries"]]}


# blind-index.md

def tag(key, value, bits):
    need(4 <= bits <= 128)
    whole = int.from_bytes(hmac.digest(key, value, "sha256"), "big") >> 256 - bits
    length = -(-bits // 8)
    return (whole << 8 * length - bits).to_bytes(length, "big")


def keyed_hash(key, label, value):
    need(1 <= len(label.encode()) <= 64)
    return hmac.digest(key, lp(label) + value, "sha256")


# recovery-sheet.md

def times(a, b):
    """In GF(32), x⁵ = x² + 1."""
    product = 0
    for bit in range(5):
        product ^= a * (b >> bit & 1)
        a = a << 1 if a < 16 else a << 1 ^ 0b100101
    return product


def read_sheet(lines):
    need(len(lines) == 4)
    bits = ""
    for number, line in enumerate(lines):
        typed = re.sub(r"[-\s]", "", line).upper().translate(str.maketrans("OIL", "011"))
        need(len(typed) == 16 and all(c in ALPHABET for c in typed))
        symbols = [number] + [ALPHABET.index(c) for c in typed]
        for root in (2, 4):  # the generator's, so every right line's too
            value = 0
            for symbol in symbols:
                value = times(value, root) ^ symbol
            need(value == 0)
        bits += "".join(f"{symbol:05b}" for symbol in symbols[1:15])
    payload = int(bits, 2).to_bytes(35, "big")
    need(payload[0] == 1 and hashlib.sha256(b"recovery-sheet/v1" + payload[:33]).digest()[:2] == payload[33:])
    return payload[1:33]


PAGES = {"seal": open_seal, "key": open_key, "file": open_file, "age": open_age, "root-block": open_root_block,
         "keyring": open_keyring, "tag": tag, "hash": keyed_hash, "sheet": read_sheet}
BYTES = ("key", "sealed", "identity", "unsealKey", "file", "value")


def answer(job):
    arguments = {name: bytes.fromhex(value) if name in BYTES else value for name, value in job.items() if name != "do"}
    try:
        return PAGES[job["do"]](**arguments)
    except (Refused, InvalidTag, InvalidSignature, ValueError, TypeError, AttributeError, IndexError, KeyError):
        return None


if __name__ == "__main__":
    json.dump([answer(job) for job in json.load(sys.stdin)], sys.stdout, default=bytes.hex)
