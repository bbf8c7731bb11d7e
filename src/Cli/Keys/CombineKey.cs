using System.Globalization;
using Strongroom.Sealing;

namespace Strongroom.Cli.Keys;

/// <summary>
/// Puts the unseal key back into its file from K shares, on the machine with the data folder while no server runs: the
/// way back when the server cannot be opened by its pages.
/// </summary>
internal static class CombineKey
{
    public static Verb Declare() => new Verb(
        "combine", "Puts the unseal key back into its file from enough key holders' codes.", "strongroom key combine")
        .Does((_, _) => Task.FromResult(Run(Surroundings.Read())));

    public static int Run(Surroundings surroundings)
    {
        string keyring = Path.Combine(surroundings.DataPath, "keyring");
        byte[] rootBlock = RestoreKey.ReadRootBlock(keyring);
        string file = RestoreKey.FreeFile(surroundings);
        if (!Keyring.TryReadShares(File.ReadAllBytes(keyring), out ShareRecord? record) || record is null)
        {
            throw new StoppedException(
                ExitCodes.NotFound, "the unseal key is not split", "put it back with: strongroom key restore");
        }

        List<KeyShare> shares = AskShares(surroundings.DataPath, record);
        try
        {
            if (!ShareSet.TryCombine(shares, out SecretBytes? key))
            {
                throw new StoppedException(ExitCodes.VerificationFailed, "these shares do not go together", null);
            }

            using (key)
            {
                RestoreKey.Keep(file, key, rootBlock);
            }
        }
        finally
        {
            shares.ForEach(share => share.Dispose());
        }

        Terminal.Print($"the unseal key is back in {file}; start the server again");
        return ExitCodes.Done;
    }

    private static List<KeyShare> AskShares(string data, ShareRecord record)
    {
        var shares = new List<KeyShare>();
        while (shares.Count < record.Needed)
        {
            string typed = Terminal.Ask(string.Create(
                CultureInfo.InvariantCulture, $"share {shares.Count + 1} of {record.Needed}: number of the key holder"));
            KeyShare? share = int.TryParse(typed, CultureInfo.InvariantCulture, out int number)
                ? Open(data, record, number) : null;
            if (share is not null && record.Has(share) && shares.TrueForAll(one => one.Number != share.Number))
            {
                shares.Add(share);
                continue;
            }

            share?.Dispose();
            Refuse("this is no share of the newest set, or it is here already");
        }

        return shares;
    }

    private static KeyShare? Open(string data, ShareRecord record, int number)
    {
        string file = Path.Combine(
            data, "shares", string.Create(CultureInfo.InvariantCulture, $"{record.Set}-{number}.json"));
        if (!File.Exists(file) || !ShareFile.TryRead(File.ReadAllBytes(file), out ShareFile? sealedShare)
            || !NumberedCode.TryRead(Terminal.AskSecret("numbered code (it does not show)"), out SecretBytes? code))
        {
            return null;
        }

        using (code)
        {
            return sealedShare.TryOpen(code, out KeyShare? share) ? share : null;
        }
    }

    private static void Refuse(string why)
    {
        if (!Terminal.IsInteractive)
        {
            throw new StoppedException(ExitCodes.VerificationFailed, why, "nothing was written");
        }

        Terminal.Complain(why);
    }
}
