using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Compares what a compiled assembly refers to of a package with what the package has.</summary>
internal static class MissingMembers
{
    /// <summary>The types and members that are referred to and are not there, in order, each once.</summary>
    public static IEnumerable<string> Of(IAssemblySymbol user, IAssemblySymbol package)
    {
        // The compiler has the metadata in memory; a project that is not built yet has none.
        if (user.GetMetadata()?.GetModules().FirstOrDefault() is not { } module)
        {
            return [];
        }

        var reader = module.GetMetadataReader();
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeReferences)
        {
            if (FullName(reader, handle, package.Name) is { } name && Find(package, name) is null)
            {
                missing.Add(name.Replace('+', '.'));
            }
        }

        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (
                member.Parent.Kind == HandleKind.TypeReference
                && FullName(reader, (TypeReferenceHandle)member.Parent, package.Name) is { } owner
                && Find(package, owner) is { } type
                && !Has(type, reader, member)
            )
            {
                missing.Add(owner.Replace('+', '.') + "." + reader.GetString(member.Name));
            }
        }

        return missing;
    }

    private static INamedTypeSymbol? Find(IAssemblySymbol package, string name) =>
        package.GetTypeByMetadataName(name) ?? package.ResolveForwardedType(name);

    private static string? FullName(
        MetadataReader reader,
        TypeReferenceHandle handle,
        string package
    )
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                var outer = FullName(reader, (TypeReferenceHandle)type.ResolutionScope, package);
                return outer is null ? null : outer + "+" + name;
            case HandleKind.AssemblyReference:
                var assembly = reader.GetAssemblyReference(
                    (AssemblyReferenceHandle)type.ResolutionScope
                );
                if (reader.GetString(assembly.Name) != package)
                {
                    return null;
                }

                var space = reader.GetString(type.Namespace);
                return space.Length == 0 ? name : space + "." + name;
            default:
                return null;
        }
    }

    // Overloads are told apart by their numbers of parameters: a wrong alarm would be worse than one that is missed.
    private static bool Has(INamedTypeSymbol type, MetadataReader reader, MemberReference member)
    {
        var name = reader.GetString(member.Name);
        var signature = reader.GetBlobReader(member.Signature);
        var header = signature.ReadSignatureHeader();
        var isMethod = header.Kind == SignatureKind.Method;
        var arity = header.IsGeneric ? signature.ReadCompressedInteger() : 0;
        var parameters = isMethod ? signature.ReadCompressedInteger() : 0;
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var candidate in t.GetMembers(name))
            {
                if (
                    candidate is IMethodSymbol method
                        ? isMethod
                            && method.Parameters.Length == parameters
                            && method.Arity == arity
                        : !isMethod && candidate is IFieldSymbol
                )
                {
                    return true;
                }
            }
        }

        return type.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(i => !i.GetMembers(name).IsEmpty);
    }
}
