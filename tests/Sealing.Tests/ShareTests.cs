using System.Security.Cryptography;
using System.Text;

namespace Strongroom.Sealing.Tests;

public sealed class ShareTests
{
    [Theory]
    [MemberData(nameof(EverySize))]
    public void Every_K_shares_open_and_every_K_minus_one_do_not(int needed, int parts)
    {
        using SecretBytes key = SecretBytes.Random(32);
        IReadOnlyList<KeyShare> shares = ShareSet.Split(key, 3, needed, parts);

        foreach (IReadOnlyList<KeyShare> chosen in ShareSet.Choose(shares, needed))
        {
            Assert.True(ShareSet.TryCombine(chosen, out SecretBytes? opened));
            Assert.True(opened.Matches(key.Reveal()));
        }

        foreach (IReadOnlyList<KeyShare> chosen in ShareSet.Choose(shares, needed - 1))
        {
            Assert.False(ShareSet.TryCombine(chosen, out _));
            using SecretBytes forced = SecretSharing.Combine([.. chosen.Select(share => (share.X, share.CopyValue()))]);
            Assert.False(forced.Matches(key.Reveal()));
        }
    }

    [Fact]
    public void The_shares_of_one_holder_less_leave_every_value_equally_likely()
    {
        // Exhaustive for K = 2 over one byte: for the point that a thief has, each secret has exactly one slope.
        for (int x = 1; x < 256; x += 17)
        {
            for (int secret = 0; secret < 256; secret++)
            {
                var seen = new HashSet<byte>();
                for (int slope = 0; slope < 256; slope++)
                {
                    seen.Add(Gf256.Add((byte)secret, Gf256.Multiply((byte)slope, (byte)x)));
                }

                Assert.Equal(256, seen.Count);
            }
        }
    }

    [Fact]
    public void Every_coefficient_is_drawn_from_all_values_the_highest_too()
    {
        // One byte, K = 2: y - secret = slope * x; over many draws every slope comes, zero as well.
        using var secret = SecretBytes.TakeFrom([0x5a]);
        var slopes = new HashSet<byte>();
        for (int i = 0; i < 6000; i++)
        {
            (byte x, SecretBytes y) = SecretSharing.Split(secret, 2, 2)[0];
            slopes.Add(Gf256.Multiply(Gf256.Add(y.Reveal()[0], 0x5a), Gf256.Invert(x)));
        }

        Assert.Equal(256, slopes.Count);
    }

    [Fact]
    public void The_field_is_that_of_FIPS_197()
    {
        Assert.Equal(0xc1, Gf256.Multiply(0x57, 0x83)); // FIPS 197, 4.2
        Assert.Equal(0xfe, Gf256.Multiply(0x57, 0x13));
        Assert.Equal(0, Gf256.Invert(0));
        for (int value = 1; value < 256; value++)
        {
            Assert.Equal(1, Gf256.Multiply((byte)value, Gf256.Invert((byte)value)));
        }
    }

    [Fact]
    public void Points_are_distinct_and_never_zero()
    {
        using SecretBytes key = SecretBytes.Random(32);
        for (int i = 0; i < 200; i++)
        {
            byte[] points = [.. SecretSharing.Split(key, 2, 10).Select(point => point.X)];
            Assert.Equal(10, points.Distinct().Count());
            Assert.DoesNotContain((byte)0, points);
        }
    }

    [Fact]
    public void A_share_of_another_set_a_changed_one_and_one_that_comes_twice_are_refused_and_named()
    {
        using SecretBytes key = SecretBytes.Random(32);
        IReadOnlyList<KeyShare> shares = ShareSet.Split(key, 1, 2, 3);
        IReadOnlyList<KeyShare> stale = ShareSet.Split(key, 1, 2, 3);
        var record = ShareRecord.Of(shares, ["Ada Example", "Grace Example", "Alan Example"]);

        Assert.All(shares, share => Assert.True(record.Has(share)));
        Assert.All(stale, share => Assert.False(record.Has(share)));
        Assert.False(ShareSet.TryCombine([shares[0], stale[1]], out _));
        Assert.False(ShareSet.TryCombine([shares[0], shares[0]], out _));
    }

    [Fact]
    public void Every_single_flipped_bit_of_a_share_and_of_its_file_is_refused()
    {
        using SecretBytes key = SecretBytes.Random(32);
        using KeyShare share = ShareSet.Split(key, 1, 2, 2)[0];
        using SecretBytes bytes = share.CopyBytes();
        byte[] plain = bytes.Reveal().ToArray();
        var record = ShareRecord.Of([share], ["Ada Example"]);
        for (int bit = 0; bit < plain.Length * 8; bit++)
        {
            plain[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(KeyShare.TryRead(plain, out KeyShare? changed) && record.Has(changed));
            plain[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void A_share_file_opens_with_its_code_and_with_no_other()
    {
        using SecretBytes key = SecretBytes.Random(32);
        using KeyShare share = ShareSet.Split(key, 4, 2, 3)[1];
        using SecretBytes code = NumberedCode.Draw();
        using SecretBytes other = NumberedCode.Draw();
        using var holder = ShareLock.New(code);
        byte[] file = ShareFile.Seal(share, holder).ToBytes();

        Assert.True(ShareFile.TryRead(file, out ShareFile? read));
        Assert.Equal((share.Set, 2), (read.Set, read.Number));
        Assert.True(read.TryOpen(code, out KeyShare? opened));
        Assert.Equal(share.Hash(), opened.Hash());
        Assert.Equal((4u, 2, 3), (opened.Generation, opened.Needed, opened.Parts));
        Assert.False(read.TryOpen(other, out _));
        Assert.False(ShareFile.TryRead(Encoding.UTF8.GetBytes("{}"), out _));
        Assert.False(ShareFile.TryRead([.. file, .. " "u8], out _));
        string moved = Encoding.UTF8.GetString(file).Replace("\"number\":2", "\"number\":3", StringComparison.Ordinal);
        Assert.True(ShareFile.TryRead(Encoding.UTF8.GetBytes(moved), out ShareFile? elsewhere));
        Assert.False(elsewhere.TryOpen(code, out _));
    }

    [Fact]
    public void A_numbered_code_catches_every_wrong_digit_and_every_two_that_changed_places()
    {
        using SecretBytes code = NumberedCode.Draw();
        string text = NumberedCode.Show(code);
        Assert.True(NumberedCode.TryRead(text, out SecretBytes? read));
        Assert.True(read.Matches(code.Reveal()));
        char[] digits = text.Replace(" ", "", StringComparison.Ordinal).ToCharArray();
        for (int i = 0; i < digits.Length; i++)
        {
            for (char digit = '0'; digit <= '9'; digit++)
            {
                char[] wrong = [.. digits];
                wrong[i] = digit;
                Assert.Equal(digit == digits[i], NumberedCode.TryRead(wrong, out _));
            }

            for (int j = i + 1; j < digits.Length; j++)
            {
                char[] swapped = [.. digits];
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                Assert.Equal(digits[i] == digits[j], NumberedCode.TryRead(swapped, out _));
            }
        }

        Assert.False(NumberedCode.TryRead(text + "1", out _));
        Assert.False(NumberedCode.TryRead(text.AsSpan()[..^1], out _));
        Assert.False(NumberedCode.TryRead(text.Replace(text[0], 'x'), out _));
    }

    [Fact]
    public void A_share_on_paper_reads_back_and_is_no_recovery_sheet()
    {
        using SecretBytes key = SecretBytes.Random(32);
        using KeyShare share = ShareSet.Split(key, 1, 2, 2)[1];
        string[] lines = [.. ShareSheet.Write(share).Select(line => string.Join(' ', line))];

        Assert.Equal(ShareSheet.LineCount, lines.Length);
        Assert.True(ShareSheet.TryRead(lines, out KeyShare? read));
        Assert.Equal(share.Hash(), read.Hash());
        Assert.False(ShareSheet.TryRead([lines[1], lines[0], .. lines[2..]], out _));
        Assert.False(RecoverySheet.IsLine(lines[0], 1));
        Assert.True(ShareSheet.IsLine(lines[2], 3));
        Assert.False(ShareSheet.IsLine(lines[2], 2));
    }

    [Fact]
    public void A_renewed_keyring_opens_with_the_next_root_alone_and_names_the_shares()
    {
        using AgeIdentity former = AgeIdentity.New();
        using AgeIdentity next = AgeIdentity.New();
        using SigningKey audit = SigningKey.New();
        using SecretBytes unseal = SecretBytes.Random(32);
        using SecretBytes secret = SecretBytes.Random(32);
        using var unsealKey = SealingKey.TakeFrom(unseal.Reveal().ToArray(), 2);
        var record = ShareRecord.Of(ShareSet.Split(unseal, 2, 2, 3), ["Ada Example", "Grace Example", "Alan Example"]);
        Keyring old = Keyring.New(former.Recipient, RootBlock.Seal(unsealKey, former, audit.Public, 1)).With(
            KeyringEntry.Seal(former.Recipient, KeyPurpose.Session, null, 1, secret, DateTimeOffset.UnixEpoch));

        Keyring? renewed = old.Renew(
            former, next.Recipient, RootBlock.Seal(unsealKey, next, audit.Public, 2), record);

        Assert.NotNull(renewed);
        byte[] file = renewed.ToBytes(audit);
        Assert.True(Keyring.TryOpen(file, unsealKey, out Keyring? read, out RootBlock? block));
        Assert.True(read.Entries[0].TryOpen(block.Root, out SecretBytes? opened));
        Assert.True(opened.Matches(secret.Reveal()));
        Assert.False(read.Entries[0].TryOpen(former, out _));
        Assert.Equal(record.Set, read.Shares!.Set);
        Assert.Contains("strongroom-keyring/2", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Null(old.Renew(next, next.Recipient, [], null));
        string changed = Encoding.UTF8.GetString(file).Replace("Ada", "Eve", StringComparison.Ordinal);
        Assert.False(Keyring.TryRead(Encoding.UTF8.GetBytes(changed), audit.Public, out _));
    }

    public static IEnumerable<TheoryDataRow<int, int>> EverySize() =>
        from parts in Enumerable.Range(2, 9)
        from needed in Enumerable.Range(2, parts - 1)
        select new TheoryDataRow<int, int>(needed, parts);
}
