using System.Text.Json.Serialization;

namespace Strongroom.Vocabulary;

/// <summary>
/// Text about a customer. It prints as <c>[personal]</c> and does not serialize; <see cref="Reveal"/> is the only way
/// out.
/// </summary>
[JsonConverter(typeof(PersonalTextJsonConverter))]
public sealed class PersonalText
{
    private readonly string _text;

    /// <summary>Takes the text in.</summary>
    public PersonalText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The length in UTF-16 units.</summary>
    public int Length => _text.Length;

    /// <summary>Hands the text out. Every caller is listed in an approved file.</summary>
    public string Reveal() => _text;

    /// <summary>Always <c>[personal]</c>.</summary>
    public override string ToString() => "[personal]";
}
