using System.Buffers;

namespace Strongroom.Server.Setup;

/// <summary>
/// How <c>strongroom setup code</c> reaches a running server: the command draws a code and leaves its hash in a file of
/// the credentials folder, which only the service's account and root can write. The server removes the file as the sign
/// that it took the code over. The code itself is in no file.
/// </summary>
internal static class CodeRequest
{
    public const string FileName = "setup-code.request";
    private const int HashBytes = 32;

    /// <summary>Takes what lies there, or gives null.</summary>
    public static byte[]? Take(string credentials)
    {
        string file = Path.Combine(credentials, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            byte[]? hash = Read(file);
            File.Delete(file);
            return hash;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null; // another account's; the command says that nobody took it
        }
    }

    private static byte[]? Read(string file)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] text = new byte[HashBytes * 2];
        if (stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length)
        {
            return null;
        }

        byte[] hash = new byte[HashBytes];
        return Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done ? hash : null;
    }
}
