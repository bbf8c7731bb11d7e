using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
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

    [Fact]
    public void What_has_a_Reveal_prints_a_constant_and_writes_no_JSON()
    {
        foreach (object known in Made().Where(one => one is SecretBytes or PersonalText))
        {
            Assert.Contains(known.GetType(), ConfidentialTypes.All);
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Holder(7, known)));
        }

        Rule.Holds(ConfidentialTypes.All.SelectMany(Faults));
    }

    [Fact]
    public void Confidential_types_offer_no_other_way_out() => Rule.Holds(
        new[] { typeof(SealingKey), typeof(BlindIndexKey), typeof(KeyedHash), typeof(SigningKey), typeof(AgeIdentity) }
            .Concat(ConfidentialTypes.All).SelectMany(WaysOut));

    [Fact]
    public void A_record_that_holds_a_secret_as_a_text_is_seen()
    {
        Assert.NotEmpty(Leaks(new Holder(7, Encoding.UTF8.GetString(Known)).ToString()));
        Assert.NotEmpty(Leaks(Serialized(new Holder(7, Known))));
        Assert.NotEmpty(WaysOut(typeof(Loose)));
        Assert.Equal(["Loose prints what it holds", "Loose can be written as JSON"], Faults(typeof(Loose)));
    }

    /// <summary>One of each confidential type, made from the known bytes.</summary>
    private static IEnumerable<object> Made() =>
    [
        SecretBytes.TakeFrom(Copy()), new PersonalText(Encoding.UTF8.GetString(Known)), SealingKey.TakeFrom(Copy(), 1),
        BlindIndexKey.TakeFrom(Copy()), AgeIdentity.TakeFrom(Copy()),
        KeyedHash.TakeFrom(Copy()), SigningKey.TakeFrom(Copy()),
    ];

    // Without a constructor run there is nothing to print: what needs its content for that would print it.
    private static IEnumerable<string> Faults(Type type)
    {
        object empty = RuntimeHelpers.GetUninitializedObject(type);
        if (Printed(empty) is not { Length: > 0 } text || text.Contains('{', StringComparison.Ordinal))
        {
            yield return $"{type.Name} prints what it holds";
        }

        // A type without a property that hands anything out writes nothing that matters.
        if (WaysOut(type).Any() && Record.Exception(
            () => JsonSerializer.Serialize(empty, type)) is not NotSupportedException)
        {
            yield return $"{type.Name} can be written as JSON";
        }
    }

    private static string? Printed(object value)
    {
        string? text = null;
        _ = Record.Exception(() => text = value.ToString());
        return text;
    }

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
            Encoding.UTF8.GetString(Known), Convert.ToHexString(Known), Convert.ToBase64String(
                Known), BitConverter.ToString(Known),
            string.Join(',', Known), string.Join(", ", Known),
        ];
        return forms.Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)).Select(
            form => $"found {form} in: {text}");
    }

    // Reveal is the one way out; keys hand out only SecretBytes.
    private static IEnumerable<string> WaysOut(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        bool isSecret(Type returned) =>
            returned == typeof(string) || returned == typeof(byte[]) || returned == typeof(ReadOnlySpan<byte>);
        if (!type.IsSealed || type.GetMethod("<Clone>$") is not null)
        {
            yield return $"{type.Name} is a record or not sealed";
        }

        foreach (PropertyInfo property in type.GetProperties(Public).Where(one => isSecret(one.PropertyType)))
        {
            yield return $"{type.Name}.{property.Name} hands out a {property.PropertyType.Name}";
        }

        foreach (MethodInfo conversion in type.GetMethods(Public).Where(
            one => one.Name is "op_Implicit" or "op_Explicit"))
        {
            yield return $"{type.Name} converts to or from {conversion.ReturnType.Name}";
        }
    }

    private sealed record Holder(int Number, object Secret);

    private sealed record Loose(string Secret);
}
