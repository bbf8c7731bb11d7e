using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Rules;

/// <summary>What is confidential never prints and never serializes, alone or inside something else.</summary>
public sealed class SecretTypesTests
{
    // 32 bytes that no text holds by chance.
    private static readonly byte[] Known = [.. "canary-7c1f-canary-7c1f-canary-7"u8];

    public static TheoryData<string> Kinds => [.. Made().Select(one => one.GetType().Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_secret_does_not_print(string kind)
    {
        object secret = Made().Single(one => one.GetType().Name == kind);
        var record = new Holder(7, secret);

        foreach (string printed in new[] { secret.ToString()!, $"{secret}", string.Create(CultureInfo.InvariantCulture, $"{record}") })
        {
            Rule.Holds(Leaks(printed));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_secret_does_not_serialize(string kind)
    {
        object secret = Made().Single(one => one.GetType().Name == kind);

        Rule.Holds(Leaks(Serialized(secret)).Concat(Leaks(Serialized(new Holder(7, secret)))));
    }

    [Theory]
    [InlineData(typeof(SecretBytes))]
    [InlineData(typeof(PersonalText))]
    public void What_has_a_Reveal_refuses_to_be_written_as_JSON(Type type)
    {
        object secret = Made().Single(one => one.GetType() == type);

        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Holder(7, secret)));
    }

    [Fact]
    public void Confidential_types_offer_no_other_way_out() => Rule.Holds(
        new[] { typeof(SecretBytes), typeof(PersonalText), typeof(SealingKey), typeof(KeyedHash), typeof(SigningKey) }
            .SelectMany(WaysOut));

    [Fact]
    public void A_record_that_holds_a_secret_as_a_text_is_seen()
    {
        Assert.NotEmpty(Leaks(new Holder(7, Encoding.UTF8.GetString(Known)).ToString()));
        Assert.NotEmpty(Leaks(Serialized(new Holder(7, Known))));
        Assert.NotEmpty(WaysOut(typeof(Loose)));
    }

    /// <summary>One of each confidential type, made from the known bytes.</summary>
    private static IEnumerable<object> Made() =>
    [
        SecretBytes.TakeFrom(Copy()), new PersonalText(Encoding.UTF8.GetString(Known)), SealingKey.TakeFrom(Copy(), 1),
        KeyedHash.TakeFrom(Copy()), SigningKey.TakeFrom(Copy()),
    ];

    private static byte[] Copy() => [.. Known];

    private static string Serialized(object value)
    {
        try
        {
            return JsonSerializer.Serialize(value, value.GetType());
        }
        catch (NotSupportedException)
        {
            return string.Empty; // the best answer
        }
    }

    private static IEnumerable<string> Leaks(string text)
    {
        string[] forms =
        [
            Encoding.UTF8.GetString(Known), Convert.ToHexString(Known), Convert.ToBase64String(Known), BitConverter.ToString(Known),
            string.Join(',', Known), string.Join(", ", Known),
        ];
        return forms.Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)).Select(form => $"found {form} in: {text}");
    }

    // Reveal is the one way out; keys hand out only SecretBytes.
    private static IEnumerable<string> WaysOut(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        bool isSecret(Type returned) => returned == typeof(string) || returned == typeof(byte[]) || returned == typeof(ReadOnlySpan<byte>);
        if (!type.IsSealed || type.GetMethod("<Clone>$") is not null)
        {
            yield return $"{type.Name} is a record or not sealed";
        }

        foreach (PropertyInfo property in type.GetProperties(Public).Where(one => isSecret(one.PropertyType)))
        {
            yield return $"{type.Name}.{property.Name} hands out a {property.PropertyType.Name}";
        }

        foreach (MethodInfo conversion in type.GetMethods(Public).Where(one => one.Name is "op_Implicit" or "op_Explicit"))
        {
            yield return $"{type.Name} converts to or from {conversion.ReturnType.Name}";
        }
    }

    private sealed record Holder(int Number, object Secret);

    private sealed record Loose(string Secret);
}
