using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Strongroom.Rules;

/// <summary>
/// Reads assemblies as they were built: who names whom, down to the instructions of lambdas and state machines.
/// </summary>
internal static class CompiledCode
{
    /// <summary>Every use of every type of the assembly. Nothing is loaded or run.</summary>
    public static IReadOnlyList<Use> Uses(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return [.. assembly.MainModule.GetTypes().SelectMany(OfType).Distinct()];
    }

    /// <summary>
    /// Every method of the assembly, turned into something by <paramref name="select"/> while the file is open.
    /// </summary>
    public static IReadOnlyList<T> SelectMethods<T>(string assemblyPath, Func<MethodDefinition, IEnumerable<T>> select)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return [.. assembly.MainModule.GetTypes().SelectMany(type => type.Methods).SelectMany(select)];
    }

    /// <summary>
    /// The method that a person wrote: <c>&lt;RunAsync&gt;b__0</c> and <c>&lt;RunAsync&gt;d__3</c> are RunAsync's.
    /// </summary>
    public static string AuthorOf(string memberName)
    {
        string name = memberName.TrimStart('<');
        int end = name.IndexOf('>', StringComparison.Ordinal);
        return end > 0 ? name[..end] : memberName;
    }

    /// <summary>The outermost type around a type, with its namespace.</summary>
    public static TypeReference Outermost(TypeReference type)
    {
        TypeReference outer = type.GetElementType();
        return outer.DeclaringType is null ? outer : Outermost(outer.DeclaringType);
    }

    private static IEnumerable<Use> OfType(TypeDefinition type)
    {
        string from = Outermost(type).FullName;
        var shape = new List<TypeReference?> { type.BaseType };
        shape.AddRange(type.Interfaces.Select(one => one.InterfaceType));
        shape.AddRange(type.Fields.Select(field => field.FieldType));
        shape.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        shape.AddRange(type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType));
        string member = type.Name.StartsWith('<') ? AuthorOf(type.Name) : string.Empty;
        return shape.SelectMany(Names).Select(to => new Use(from, member, to, string.Empty))
            .Concat(type.Methods.SelectMany(method => OfMethod(from, member, method)));
    }

    private static IEnumerable<Use> OfMethod(string from, string typeMember, MethodDefinition method)
    {
        // A state machine is a type named after its method; its own method is only MoveNext.
        string member = method.Name.StartsWith('<') || typeMember.Length == 0 ? AuthorOf(method.Name) : typeMember;
        IEnumerable<TypeReference?> shape = method.Parameters.Select(one => one.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.CustomAttributes.Select(attribute => attribute.AttributeType))
            .Concat(method.HasBody ? method.Body.Variables.Select(one => one.VariableType) : []);
        IEnumerable<Use> uses = shape.SelectMany(Names).Select(to => new Use(from, member, to, string.Empty));
        return method.HasBody ? uses.Concat(method.Body.Instructions.SelectMany(one => OfInstruction(from, member, one))) : uses;
    }

    private static IEnumerable<Use> OfInstruction(string from, string member, Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => Names(type).Select(to => new Use(from, member, to, string.Empty)),
        MemberReference to => Names(to.DeclaringType).Select(one => new Use(from, member, one, to.Name))
            .Concat(to is GenericInstanceMethod generic
                ? generic.GenericArguments.SelectMany(Names).Select(one => new Use(from, member, one, string.Empty))
                : []),
        _ => [],
    };

    /// <summary>The type and all types inside it: elements of arrays, arguments of generics.</summary>
    private static IEnumerable<string> Names(TypeReference? type)
    {
        if (type is null or GenericParameter)
        {
            return [];
        }

        IEnumerable<TypeReference> inside = type is GenericInstanceType generic ? generic.GenericArguments : [];
        TypeReference element = type.GetElementType();
        return element is GenericParameter ? [] : inside.SelectMany(Names).Append(Outermost(element).FullName);
    }
}
