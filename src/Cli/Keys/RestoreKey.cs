using System.Security.Cryptography;
using Strongroom.Sealing;

namespace Strongroom.Cli.Keys;

/// <summary>
/// Puts the unseal key back from the recovery sheet, on a machine that has the data folder but not the key. The key is
/// tried on the keyring before anything is written.
/// </summary>
internal static class RestoreKey
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;

    public static Verb Declare() => new Verb(
        "restore", "Puts the unseal key back from the recovery sheet; asks for its four lines.",
        "strongroom key restore").Does((_, _) => Task.FromResult(Run(Surroundings.Read())));

    public static int Run(Surroundings surroundings)
    {
        byte[] rootBlock = ReadRootBlock(Path.Combine(surroundings.DataPath, "keyring"));
        string file = FreeFile(surroundings);
        if (!RecoverySheet.TryRead(AskLines(), out SecretBytes? key))
        {
            throw new StoppedException(
                ExitCodes.VerificationFailed, "these lines do not belong to one sheet", "take all four from the same");
        }

        using (key)
        {
            Keep(file, key, rootBlock);
        }

        Terminal.Print($"the unseal key is back in {file}; start the server again");
        return ExitCodes.Done;
    }

    /// <summary>Where the key belongs, if nothing is there.</summary>
    public static string FreeFile(Surroundings surroundings)
    {
        string file = surroundings.UnsealKeyFile ?? Path.Combine(surroundings.CredentialsPath, "unseal-key");
        return File.Exists(file)
            ? throw new StoppedException(
                ExitCodes.Failed, $"{file} is there already, and is not replaced",
                "if it does not open the installation, move it away first")
            : file;
    }

    /// <summary>Writes the key, if it opens this installation.</summary>
    public static void Keep(string file, SecretBytes key, byte[] rootBlock)
    {
        if (!Opens(key, rootBlock))
        {
            throw new StoppedException(
                ExitCodes.VerificationFailed, "this is whole, but it is an earlier key, or another installation's",
                "nothing was written; look for the newest sheet or shares of this installation");
        }

        Write(file, key);
    }

    public static byte[] ReadRootBlock(string keyring)
    {
        if (!File.Exists(keyring))
        {
            throw new StoppedException(
                ExitCodes.NotFound, $"there is no keyring at {keyring}", "put the data folder back first");
        }

        return Keyring.TryReadRootBlock(File.ReadAllBytes(keyring), out byte[]? rootBlock)
            ? rootBlock
            : throw new StoppedException(
                ExitCodes.VerificationFailed, $"{keyring} is damaged", "put it back from a backup");
    }

    private static string[] AskLines()
    {
        string[] lines = new string[RecoverySheet.LineCount];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = Terminal.AskSecret($"line {i + 1} of the sheet (it does not show)");
            while (!RecoverySheet.IsLine(lines[i], i + 1))
            {
                if (!Terminal.IsInteractive)
                {
                    throw new StoppedException(
                        ExitCodes.VerificationFailed, $"line {i + 1} has a slip", "four groups of four characters");
                }

                Terminal.Complain($"line {i + 1} has a slip somewhere");
                lines[i] = Terminal.AskSecret($"line {i + 1} again");
            }
        }

        return lines;
    }

    private static bool Opens(SecretBytes key, byte[] rootBlock)
    {
        if (!RootBlock.TryOpen(key, rootBlock, out RootBlock? block))
        {
            return false;
        }

        block.Dispose();
        return true;
    }

    private static void Write(string file, SecretBytes key)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        byte[] line = new byte[key.Length * 2 + 1];
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerFolder);
            }

            _ = Convert.TryToHexStringLower(key.Reveal(), line, out _);
            line[^1] = (byte)'\n';
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using var stream = new FileStream(file, options);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(line);
        }
    }
}
