using Microsoft.Extensions.Logging;
using Mono.Cecil;

namespace Strongroom.Rules;

/// <summary>
/// Log lines hold ids, counts, durations and states; an exception gives its type and stack. No text, so no personal
/// text.
/// </summary>
public sealed partial class LogMethodsTests
{
    private static readonly string[] Allowed =
    [
        "System.Boolean", "System.Byte", "System.Int32", "System.Int64", "System.UInt32", "System.Double",
        "System.TimeSpan",
        "System.DateTimeOffset", "System.Version", "System.Exception", "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Logging.LogLevel", "Strongroom.Server.Shell.TraceId",
        "Strongroom.Vocabulary.Refusal", // a constant, with no data in it
    ];

    [Fact]
    public void Log_methods_take_only_parameters_of_listed_types() => Rule.Holds(Checkout.ProductAssemblies
        .Where(path => !path.Contains("Tests", StringComparison.Ordinal)).SelectMany(Violations));

    [Fact]
    public void A_log_method_with_a_text_is_seen() => Assert.Equal(
        ["Strongroom.Rules.LogMethodsTests.Bad takes a System.String"], Violations(
            typeof(LogMethodsTests).Assembly.Location));

    [LoggerMessage(LogLevel.Information, "Opened {Name} {Count}")]
    private static partial void Bad(ILogger logger, string name, int count);

    private static IEnumerable<string> Violations(string assemblyPath) =>
        CompiledCode.SelectMethods(assemblyPath, method =>
        method.CustomAttributes.Any(one => one.AttributeType.Name == nameof(LoggerMessageAttribute))
            ? from parameter in method.Parameters
              where !IsAllowed(parameter.ParameterType)
              select $"{method.DeclaringType.FullName}.{method.Name} takes a {parameter.ParameterType.FullName}"
            : []);

    private static bool IsAllowed(TypeReference type)
    {
        if (Allowed.Contains(type.FullName))
        {
            return true;
        }

        // Our own ids and enums: their text forms are ours.
        TypeDefinition? definition = type.FullName.StartsWith(
            "Strongroom.", StringComparison.Ordinal) ? type.Resolve() : null;
        return definition is not null
            && (definition.IsEnum || definition.Interfaces.Any(one => one.InterfaceType.Name == "IIdentifier"));
    }
}
