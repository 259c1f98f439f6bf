using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Compares what a compiled assembly refers to of a package with what the package has, as the runtime would bind it.</summary>
internal sealed class MissingMembers
{
    private readonly MetadataReader _reader;
    private readonly IAssemblySymbol _package;
    private readonly bool _isFriend;

    private MissingMembers(MetadataReader reader, IAssemblySymbol user, IAssemblySymbol package)
    {
        _reader = reader;
        _package = package;
        _isFriend = package.GivesAccessTo(user);
    }

    /// <summary>The types and members that are referred to and are not there, in order, each once.</summary>
    public static IEnumerable<string> Of(IAssemblySymbol user, IAssemblySymbol package)
    {
        // The compiler has the metadata in memory; a project that is not built yet has none.
        if (user.GetMetadata()?.GetModules().FirstOrDefault() is not { } module)
        {
            return [];
        }

        var look = new MissingMembers(module.GetMetadataReader(), user, package);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        missing.UnionWith(look.Types());
        missing.UnionWith(look.Members());
        return missing;
    }

    private IEnumerable<string> Types()
    {
        foreach (var handle in _reader.TypeReferences)
        {
            if (IsOfPackage(handle) && Find(NameOf(handle)) is null)
            {
                yield return MissingName.Of(NameOf(handle));
            }
        }
    }

    private IEnumerable<string> Members()
    {
        foreach (var handle in _reader.MemberReferences)
        {
            var member = _reader.GetMemberReference(handle);
            if (Owner(member.Parent) is { } owner && Find(owner) is { } type && !Has(type, member))
            {
                yield return MissingName.Of(owner, _reader, member);
            }
        }
    }

    // The type that a member is looked up in: itself, or the one that a generic type is made of.
    private string? Owner(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return IsOfPackage((TypeReferenceHandle)parent)
                ? NameOf((TypeReferenceHandle)parent)
                : null;
        }

        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        var text = SignatureNames.Instance.GetTypeFromSpecification(
            _reader,
            null,
            (TypeSpecificationHandle)parent,
            rawTypeKind: 0
        );
        return text.IndexOf('<') is > 0 and var open && text[text.Length - 1] == '>'
            ? text.Substring(0, open)
            : null;
    }

    private string NameOf(TypeReferenceHandle handle) =>
        SignatureNames.Instance.GetTypeFromReference(_reader, handle, rawTypeKind: 0);

    private bool IsOfPackage(TypeReferenceHandle handle)
    {
        var scope = _reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfPackage((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => _reader.StringComparer.Equals(
                _reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name,
                _package.Name
            ),
            _ => false,
        };
    }

    private INamedTypeSymbol? Find(string name)
    {
        var type = _package.GetTypeByMetadataName(name) ?? _package.ResolveForwardedType(name);
        return type is not null && CanUse(type) ? type : null;
    }

    private bool Has(INamedTypeSymbol type, MemberReference member)
    {
        var name = _reader.GetString(member.Name);
        var isMethod = member.GetKind() == MemberReferenceKind.Method;
        var wanted = isMethod ? Method(member) : Field(member);
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var candidate in t.GetMembers(name).Where(CanUse))
            {
                if (
                    candidate switch
                    {
                        IMethodSymbol method => isMethod && MemberSignature.Of(method) == wanted,
                        IFieldSymbol field => !isMethod && MemberSignature.Of(field) == wanted,
                        _ => false,
                    }
                )
                {
                    return true;
                }
            }
        }

        // What an interface inherits is not told apart: a wrong alarm would be worse than one that is missed.
        return type.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(i => !i.GetMembers(name).IsEmpty);
    }

    private static string Method(MemberReference member)
    {
        var signature = member.DecodeMethodSignature(SignatureNames.Instance, genericContext: null);
        return MemberSignature.Write(
            signature.ReturnType,
            signature.Header.IsInstance,
            signature.GenericParameterCount,
            signature.ParameterTypes
        );
    }

    private static string Field(MemberReference member) =>
        member.DecodeFieldSignature(SignatureNames.Instance, genericContext: null);

    // What is internal now fails as what is gone does.
    private bool CanUse(ISymbol symbol)
    {
        for (var s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingType)
        {
            var isHidden = s.DeclaredAccessibility switch
            {
                Accessibility.Private => true,
                Accessibility.Internal or Accessibility.ProtectedAndInternal => !_isFriend,
                _ => false,
            };
            if (isHidden)
            {
                return false;
            }
        }

        return true;
    }
}
