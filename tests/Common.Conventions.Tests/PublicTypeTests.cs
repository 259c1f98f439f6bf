using System.Reflection;
using System.Runtime.CompilerServices;

namespace Common.Conventions.Tests;

/// <summary>The rules for what the packages show.</summary>
public sealed class PublicTypeTests
{
    /// <summary>Public classes that others may derive from, each with its reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["Common.Exceptions.ServiceException"] =
            "services derive exceptions of their own to catch them by type",
    };

    private static readonly IReadOnlyList<Assembly> Packages =
    [
        Assembly.Load("Common.Abstractions"),
        Assembly.Load("Common.Time"),
        Assembly.Load("Common.Config"),
        Assembly.Load("Common.Context"),
        Assembly.Load("Common.Exceptions"),
        Assembly.Load("Common.Logging"),
        Assembly.Load("Common.Hosting"),
        Assembly.Load("Common.Testing"),
    ];

    private static IEnumerable<Type> PublicTypes => Packages.SelectMany(a => a.GetExportedTypes());

    [Fact]
    public void All_public_classes_are_sealed_or_static_or_abstract()
    {
        Expect.None(
            PublicTypes
                .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false })
                .Where(t => !Open.ContainsKey(t.FullName!))
                .Select(t => t.FullName!),
            "Seal it, or give the reason why others derive from it:"
        );
    }

    [Fact]
    public void No_public_type_is_called_after_its_being_handy()
    {
        string[] empty = ["Util", "Utils", "Helper", "Helpers", "Base", "Manager", "Impl"];
        Expect.None(
            PublicTypes
                .Where(t => empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)))
                .Select(t => t.FullName!),
            "Name it after what it is or does:"
        );
    }

    [Fact]
    public void No_type_has_a_static_that_changes()
    {
        Expect.None(
            Packages
                .SelectMany(a => a.GetTypes())
                .Where(t =>
                    !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.Name.StartsWith('<')
                )
                .SelectMany(t =>
                    t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                )
                .Where(f => f is { IsLiteral: false, IsInitOnly: false })
                .Where(f =>
                    !f.IsDefined(typeof(CompilerGeneratedAttribute))
                    && !f.IsDefined(typeof(ThreadStaticAttribute))
                )
                .Select(f => $"{f.DeclaringType!.FullName}.{f.Name}"),
            "Two hosts in one process must not see each other; keep it in a service:"
        );
    }

    [Fact]
    public void All_asynchronous_public_methods_take_a_cancellation_token()
    {
        Expect.None(
            PublicTypes
                .Where(t => !t.IsAssignableTo(typeof(Delegate)))
                .SelectMany(t =>
                    t.GetMethods(
                        BindingFlags.Public
                            | BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.DeclaredOnly
                    )
                )
                .Where(m => IsTask(m.ReturnType) && m.Name != nameof(IAsyncDisposable.DisposeAsync))
                .Where(m => m.GetBaseDefinition() == m)
                .Where(m =>
                    !m.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken))
                )
                .Select(m => $"{m.DeclaringType!.FullName}.{m.Name}"),
            "Whoever waits must be able to stop waiting:"
        );
    }

    [Fact]
    public void All_asynchronous_public_methods_end_in_Async()
    {
        Expect.None(
            PublicTypes
                .Where(t => !t.IsAssignableTo(typeof(Delegate)))
                .SelectMany(t =>
                    t.GetMethods(
                        BindingFlags.Public
                            | BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.DeclaredOnly
                    )
                )
                .Where(m =>
                    IsTask(m.ReturnType) && !m.Name.EndsWith("Async", StringComparison.Ordinal)
                )
                .Select(m => $"{m.DeclaringType!.FullName}.{m.Name}"),
            "Name it …Async:"
        );
    }

    private static bool IsTask(Type type) =>
        type.IsAssignableTo(typeof(Task))
        || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
