using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tour.Upgrade;

/// <summary>A library of three classes through its life: 1.1 deprecates a method and a header, 2.0 still has them, 3.0 has them no more.</summary>
internal static class LibraryReleases
{
    /// <summary>The library's name.</summary>
    public const string Name = "Acme.Orders";

    /// <summary>The list that its package carries: all that it ever shipped deprecated.</summary>
    public const string Deprecated =
        "# release record, schema 1\n"
        + "api\tdeprecated\tconst Acme.Orders.OrderHeaders.Order = \"X-Order\" -> string!\tsince=1.1\tuse=OrderId\tid=ACMED002\n"
        + "api\tdeprecated\tstatic Acme.Orders.OrderText.Write(long id) -> string!\tsince=1.1\tuse=Format(id, '-')\tid=ACMED001\n";

    private const string Stays = """
        namespace Acme.Orders
        {
            public static partial class OrderText
            {
                public static string Format(long id, char separator) => $"order{separator}{id}";
            }

            public static partial class OrderHeaders
            {
                public const string OrderId = "X-Order-ID";
            }
        }

        """;

    private const string Goes = """
        namespace Acme.Orders
        {
            public static partial class OrderText
            {
                [Common.Abstractions.Deprecated("1.1", "Format(id, '-')")]
                [System.Obsolete("Use Format(id, '-'). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "ACMED001")]
                public static string Write(long id) => Format(id, '-');
            }

            public static partial class OrderHeaders
            {
                [Common.Abstractions.Deprecated("1.1", "OrderId")]
                [System.Obsolete("Use OrderId. Deprecated in 1.1, removed in 3.0.", DiagnosticId = "ACMED002")]
                public const string Order = "X-Order";
            }
        }

        """;

    /// <summary>Compiles a release.</summary>
    public static MetadataReference Compile(Version release)
    {
        var source =
            $"[assembly: System.Reflection.AssemblyVersion(\"{release.ToString(2)}.0.0\")]\n"
            + Stays
            + (release.Major < 3 ? Goes : "");
        var compilation = CSharpCompilation.Create(
            Name,
            [CSharpSyntaxTree.ParseText(source)],
            ConsumerProject.Platform,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
