using System.Security.Cryptography;
using System.Text.Json;

namespace Strongroom.Sealing.Tests;

/// <summary>
/// Argon2id against a second implementation, tests/vectors/argon2id.py, which must give the sample of RFC 9106 itself
/// before it answers. libsodium cannot be asked for that sample: it has four lanes, a secret and associated data.
/// </summary>
public sealed class Argon2idTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Argon2id_gives_what_a_program_gives_that_gives_the_sample_of_RFC_9106()
    {
        int[] memories = [8, 9, 11, 12, 16, 31, 64, 512];
        Question[] questions =
        [
            .. from memory in memories
               from passes in Enumerable.Range(1, memory > 64 ? 1 : 4)
               select new Question(Random(memory + passes), Random(PasswordHashText.SaltLength), memory, passes),
        ];

        string asked = JsonSerializer.Serialize(questions, JsonSerializerOptions.Web);
        JsonElement answers = await Python.AskAsync("argon2id.py", asked, Cancellation);

        Assert.Equal(questions.Length, answers.GetArrayLength());
        foreach ((Question question, JsonElement answer) in questions.Zip(answers.EnumerateArray()))
        {
            Assert.Equal(answer.GetString(), Convert.ToHexStringLower(Compute(question)));
        }
    }

    private static byte[] Compute(Question question)
    {
        using SecretBytes password = SecretBytes.TakeFrom(Convert.FromHexString(question.Password));
        PasswordHashText parameters = new()
        {
            MemoryKibibytes = question.Memory,
            Passes = question.Passes,
            Salt = Convert.FromHexString(question.Salt),
        };
        return PasswordHash.Compute(password, parameters).Hash;
    }

    private static string Random(int length) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(length));

    private sealed record Question(string Password, string Salt, int Memory, int Passes);
}
