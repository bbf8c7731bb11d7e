using System.Reflection;

namespace Strongroom.Rules;

/// <summary>
/// The types of the product that hand out their content by a Reveal of their own, found by looking for it.
/// </summary>
internal static class ConfidentialTypes
{
    /// <summary>Their full names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Checkout.ProductAssemblies
            .SelectMany(path => CompiledCode.SelectMethods(path, method =>
                method is { Name: "Reveal", IsPublic: true, IsStatic: false, Parameters.Count: 0 }
                    ? [method.DeclaringType.FullName] : Array.Empty<string>()))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The types themselves.</summary>
    public static IEnumerable<Type> All => Checkout.ProductAssemblies.Select(Assembly.LoadFrom)
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => Names.Contains(type.FullName));
}
