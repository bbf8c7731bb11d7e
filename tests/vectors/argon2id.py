#!/usr/bin/env python3
"""Argon2id, written from RFC 9106 alone: a second implementation, slow, for few blocks of memory.

Reads a JSON list of {password, salt, memory, passes} (hexadecimal digits, KiB) from its input and writes the list of
the hashes of 32 bytes. Before that it must give the sample of RFC 9106, section 5.3. Needs nothing but Python 3.
"""
import hashlib
import json
import struct
import sys

MASK = (1 << 64) - 1
SLICES = 4


def u32(number):
    return struct.pack("<I", number)


def long_hash(data, length):
    """H', section 3.3."""
    if length <= 64:
        return hashlib.blake2b(u32(length) + data, digest_size=length).digest()
    last = hashlib.blake2b(u32(length) + data).digest()
    whole = last[:32]
    while length - len(whole) > 64:
        last = hashlib.blake2b(last).digest()
        whole += last[:32]
    return whole + hashlib.blake2b(last, digest_size=length - len(whole)).digest()


def mix(v, a, b, c, d):
    """GB, section 3.6."""
    for first, second in ((32, 24), (16, 63)):
        v[a] = (v[a] + v[b] + 2 * (v[a] & 0xffffffff) * (v[b] & 0xffffffff)) & MASK
        v[d] ^= v[a]
        v[d] = (v[d] >> first | v[d] << 64 - first) & MASK
        v[c] = (v[c] + v[d] + 2 * (v[c] & 0xffffffff) * (v[d] & 0xffffffff)) & MASK
        v[b] ^= v[c]
        v[b] = (v[b] >> second | v[b] << 64 - second) & MASK


def permute(block, words):
    """P, over 16 words of a block."""
    v = [block[w] for w in words]
    for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                       (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
        mix(v, a, b, c, d)
    for w, value in zip(words, v):
        block[w] = value


def compress(x, y):
    """G, section 3.5: blocks are lists of 128 words."""
    r = [a ^ b for a, b in zip(x, y)]
    z = r[:]
    for row in range(8):
        permute(z, range(16 * row, 16 * row + 16))
    for column in range(8):
        permute(z, [16 * row + 2 * column + i for row in range(8) for i in (0, 1)])
    return [a ^ b for a, b in zip(r, z)]


def pseudo_random(position, count):
    """J1 and J2 of a segment whose references depend on no secret, section 3.4.1.2."""
    words = []
    for counter in range(1, (count + 127) // 128 + 1):
        block = compress([0] * 128, position + [counter] + [0] * 121)
        words += compress([0] * 128, block)
    return words


def reference(place, segment, lanes, passed, slice_, lane, words):
    """Which block is mixed in, section 3.4.2; `words` is J1 and J2."""
    lane_length = SLICES * segment
    other = lane if passed == 0 and slice_ == 0 else (words >> 32) % lanes
    ready = slice_ * segment if passed == 0 else lane_length - segment
    size = ready + place - 1 if other == lane else ready - (place == 0)
    x = (words & 0xffffffff) ** 2 >> 32
    z = size - 1 - (size * x >> 32)
    start = 0 if passed == 0 else (slice_ + 1) % SLICES * segment
    return other, (start + z) % lane_length


def fill_segment(memory, passed, slice_, lane, passes):
    lanes, lane_length = len(memory), len(memory[0])
    segment = lane_length // SLICES
    is_blind = passed == 0 and slice_ < 2
    words = pseudo_random([passed, lane, slice_, lanes * lane_length, passes, 2], segment) if is_blind else None
    for place in range(segment):
        number = slice_ * segment + place
        if passed == 0 and number < 2:
            continue
        previous = memory[lane][(number - 1) % lane_length]
        other, at = reference(place, segment, lanes, passed, slice_, lane,
                              words[place] if is_blind else previous[0])
        new = compress(previous, memory[other][at])
        memory[lane][number] = new if passed == 0 else [a ^ b for a, b in zip(new, memory[lane][number])]


def argon2id(password, salt, kibibytes, passes, lanes=1, length=32, secret=b"", data=b""):
    h0 = hashlib.blake2b(
        u32(lanes) + u32(length) + u32(kibibytes) + u32(passes) + u32(0x13) + u32(2)
        + b"".join(u32(len(part)) + part for part in (password, salt, secret, data))).digest()
    lane_length = kibibytes // (SLICES * lanes) * SLICES
    memory = [[[0] * 128 for _ in range(lane_length)] for _ in range(lanes)]
    for lane in range(lanes):
        for number in (0, 1):
            memory[lane][number] = list(struct.unpack("<128Q", long_hash(h0 + u32(number) + u32(lane), 1024)))
    for passed in range(passes):
        for slice_ in range(SLICES):
            for lane in range(lanes):
                fill_segment(memory, passed, slice_, lane, passes)
    last = [0] * 128
    for lane in memory:
        last = [a ^ b for a, b in zip(last, lane[-1])]
    return long_hash(struct.pack("<128Q", *last), length)


if __name__ == "__main__":
    sample = argon2id(b"\1" * 32, b"\2" * 16, 32, 3, 4, 32, b"\3" * 8, b"\4" * 12)
    assert sample.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", "RFC 9106, section 5.3"
    json.dump([argon2id(bytes.fromhex(v["password"]), bytes.fromhex(v["salt"]), v["memory"], v["passes"]).hex()
               for v in json.load(sys.stdin)], sys.stdout)
