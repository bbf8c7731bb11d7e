namespace Strongroom.Rules;

/// <summary>
/// One place of the compiled code that names another type, with what the compiler generated counted to its author.
/// </summary>
/// <param name="From">The outermost type that does so, with its namespace.</param>
/// <param name="FromMember">The method that does so; empty where the type's shape does.</param>
/// <param name="To">The outermost type that is named.</param>
/// <param name="ToMember">The member that is named; empty where it is the type itself.</param>
internal sealed record Use(string From, string FromMember, string To, string ToMember);
