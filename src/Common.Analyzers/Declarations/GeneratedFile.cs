namespace Common.Analyzers.Declarations;

/// <summary>Names the files that generators write for methods.</summary>
internal static class GeneratedFile
{
    /// <summary>The type that a file is for, as the beginning of its name: <c>Orders.Outer.Inner</c>.</summary>
    /// <param name="space">The namespace; empty for none.</param>
    /// <param name="containingTypes">The heads of the types, such as <c>partial class Outer&lt;T, U></c>.</param>
    public static string TypeName(string space, EquatableArray<string> containingTypes)
    {
        var types = containingTypes.Select(head =>
        {
            var name = head.Split('<')[0];
            return name.Substring(name.LastIndexOf(' ') + 1);
        });
        return ((space.Length == 0 ? string.Empty : space + ".") + string.Join(".", types)).Replace(
            "@",
            string.Empty
        );
    }

    /// <summary>Tells a method from all others, also where their names differ in case or in type parameters only.</summary>
    public static string Mark(
        string space,
        EquatableArray<string> containingTypes,
        string signature
    ) => $"{Placeholder.Hash($"{space}\n{string.Join("\n", containingTypes)}\n{signature}"):x8}";
}
