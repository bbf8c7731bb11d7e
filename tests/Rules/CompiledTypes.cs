using Mono.Cecil;

namespace Strongroom.Rules;

/// <summary>The types that a person wrote.</summary>
internal static class CompiledTypes
{
    /// <summary>
    /// The names of all types of the product in the assembly, nested ones too, without what was generated.
    /// </summary>
    public static IReadOnlyList<string> NamesIn(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return [.. assembly.MainModule.GetTypes().Where(IsWritten).Select(type => type.Name.Split('`')[0])];
    }

    private static bool IsWritten(TypeDefinition type) =>
        CompiledCode.Outermost(type).Namespace.StartsWith("Strongroom", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.CustomAttributes.Any(
            one => one.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
