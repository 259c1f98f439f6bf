namespace Common.Lifecycle.EndToEnd;

/// <summary>What the library's repository has at each of its releases.</summary>
internal static class LibrarySource
{
    public const string Code = "src/Acme.Orders/Orders.cs";
    public const string Options = "src/Acme.Orders/OrderOptions.cs";
    public const string Shipped = "src/Acme.Orders/PublicAPI.Shipped.txt";
    public const string Unshipped = "src/Acme.Orders/PublicAPI.Unshipped.txt";
    public const string Changelog = "CHANGELOG.md";

    /// <summary>Where what is not released yet is announced.</summary>
    public const string Unreleased = "## [Unreleased]\n";

    private const string Usings = """
        using Common.Abstractions;
        using Common.Exceptions;
        using Microsoft.Extensions.Logging;

        namespace Acme.Orders;


        """;

    // What stays for good.
    private const string Stays = """
        /// <summary>Writes orders as text.</summary>
        public static partial class OrderText
        {
            /// <summary>Writes an order's ID.</summary>
            public static string Format(long id, char separator = '-') => $"order{separator}{id}";
        }

        /// <summary>A note on an order.</summary>
        public sealed class OrderMemo
        {
            /// <summary>The text.</summary>
            public string Text { get; init; } = "";
        }

        /// <summary>What happens to orders.</summary>
        public static partial class OrderEvents
        {
            [LogEvent(2002, "order.done", EventKind.Completed, "Order done")]
            public static partial void OrderDone(this ILogger logger, long orderId);
        }

        /// <summary>What can be wrong with orders.</summary>
        public static partial class OrderErrors
        {
            [Error("order.missing", ErrorKind.NotFound, "There is no order {orderId}.")]
            public static partial ServiceException OrderMissing(long orderId);
        }

        /// <summary>The headers that go over the wire.</summary>
        public static partial class OrderHeaders
        {
            /// <summary>The ID of an order.</summary>
            [WireHeader("The ID of an order.")]
            public const string OrderId = "X-Order-ID";
        }


        """;

    // What 1.1 deprecates: {0} is where the attributes go.
    private const string Goes = """
        public static partial class OrderText
        {
            /// <summary>Writes an order's ID.</summary>
            /*method*/
            public static string Write(long id) => Format(id);
        }

        /// <summary>A note on an order.</summary>
        /*type*/
        public sealed class OrderNote
        {
            /// <summary>The text.</summary>
            public string Text { get; init; } = "";
        }

        public static partial class OrderEvents
        {
            /*event*/
            [LogEvent(2001, "order.completed", EventKind.Completed, "Order completed")]
            public static partial void OrderCompleted(this ILogger logger, long orderId);
        }

        public static partial class OrderErrors
        {
            /*error*/
            [Error("order.unknown", ErrorKind.NotFound, "There is no order {orderId}.")]
            public static partial ServiceException OrderUnknown(long orderId);
        }

        public static partial class OrderHeaders
        {
            /// <summary>The ID of an order.</summary>
            /*header*/
            [WireHeader("The ID of an order.")]
            public const string Order = "X-Order";
        }

        """;

    private static readonly (string Mark, string Use, string Id)[] Deprecations =
    [
        ("/*method*/", "Format(id, '-')", "ACMED001"),
        ("/*type*/", "OrderMemo", "ACMED002"),
        ("/*event*/", "OrderDone(logger, orderId)", "ACMED003"),
        ("/*error*/", "OrderMissing(orderId)", "ACMED004"),
        ("/*header*/", "OrderId", "ACMED005"),
    ];

    private const string OptionsOfFirst = """
        using Common.Abstractions;

        namespace Acme.Orders;

        /// <summary>How orders are taken.</summary>
        [ConfigSection("Orders")]
        internal sealed partial class OrderOptions
        {
            /// <summary>How many orders are taken at once.</summary>
            public int Size { get; init; } = 10;
        }

        """;

    /// <summary>The files that 1.0 has.</summary>
    public static IReadOnlyList<(string Path, string Text)> First =>
        [
            (".gitignore", "artifacts/\nbin/\nobj/\n"),
            (
                "eng/Version.props",
                "<Project>\n  <PropertyGroup>\n    <VersionPrefix>1.0.0</VersionPrefix>\n    <PackageValidationBaselineVersion></PackageValidationBaselineVersion>\n  </PropertyGroup>\n</Project>\n"
            ),
            (
                "Directory.Build.props",
                """
                <Project>
                  <Import Project="eng/Version.props" />
                  <PropertyGroup>
                    <CommonLifecycle>true</CommonLifecycle>
                    <CommonLifecyclePrefix>ACMED</CommonLifecyclePrefix>
                    <CommonReleaseRecord>$(MSBuildThisFileDirectory)releases</CommonReleaseRecord>
                    <CommonChangelog>$(MSBuildThisFileDirectory)CHANGELOG.md</CommonChangelog>
                  </PropertyGroup>
                </Project>

                """
            ),
            ("releases/README.md", "What each release shipped.\n"),
            (Changelog, $"# Changelog\n\n{Unreleased}\n### Added\n\n- **Acme.Orders**: orders.\n"),
            (
                "src/Acme.Orders/Acme.Orders.csproj",
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <NuGetAudit>false</NuGetAudit>
                    <Description>Orders.</Description>
                    <Authors>Acme</Authors>
                    <EnablePackageValidation>true</EnablePackageValidation>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Common.Config" Version="{Feed.Version}" />
                    <PackageReference Include="Common.Exceptions" Version="{Feed.Version}" />
                    <AdditionalFiles Include="PublicAPI.Shipped.txt" />
                    <AdditionalFiles Include="PublicAPI.Unshipped.txt" />
                  </ItemGroup>
                </Project>

                """
            ),
            (Code, Usings + Stays + Goes),
            (Options, OptionsOfFirst),
            (Shipped, "#nullable enable\n"),
            (Unshipped, PublicApi),
        ];

    /// <summary>The public API of 1.0.</summary>
    private const string PublicApi = """
        #nullable enable
        Acme.Orders.OrderErrors
        Acme.Orders.OrderErrors.Codes
        Acme.Orders.OrderEvents
        Acme.Orders.OrderHeaders
        Acme.Orders.OrderMemo
        Acme.Orders.OrderMemo.OrderMemo() -> void
        Acme.Orders.OrderMemo.Text.get -> string!
        Acme.Orders.OrderMemo.Text.init -> void
        Acme.Orders.OrderNote
        Acme.Orders.OrderNote.OrderNote() -> void
        Acme.Orders.OrderNote.Text.get -> string!
        Acme.Orders.OrderNote.Text.init -> void
        Acme.Orders.OrderText
        const Acme.Orders.OrderErrors.Codes.OrderMissing = "order.missing" -> string!
        const Acme.Orders.OrderErrors.Codes.OrderUnknown = "order.unknown" -> string!
        const Acme.Orders.OrderHeaders.Order = "X-Order" -> string!
        const Acme.Orders.OrderHeaders.OrderId = "X-Order-ID" -> string!
        static Acme.Orders.OrderErrors.OrderMissing(long orderId) -> Common.Exceptions.ServiceException!
        static Acme.Orders.OrderErrors.OrderUnknown(long orderId) -> Common.Exceptions.ServiceException!
        static Acme.Orders.OrderEvents.OrderCompleted(this Microsoft.Extensions.Logging.ILogger! logger, long orderId) -> void
        static Acme.Orders.OrderEvents.OrderDone(this Microsoft.Extensions.Logging.ILogger! logger, long orderId) -> void
        static Acme.Orders.OrderText.Format(long id, char separator = '-') -> string!
        static Acme.Orders.OrderText.Write(long id) -> string!

        """;

    /// <summary>1.1: an API, a key, an event, an error code and a header are deprecated.</summary>
    public static void Deprecate(Library library)
    {
        var code = Usings + Stays + Goes;
        foreach (var (mark, use, id) in Deprecations)
        {
            code = code.Replace(mark, Attributes("1.1", use, id), StringComparison.Ordinal);
        }

        library[Code] = code;
        library.Edit(
            Options,
            "    public int Size",
            "    [DeprecatedKey(\"Orders:Size\", \"1.1\")]\n    public int Count"
        );
        Announce(
            library,
            "### Deprecated",
            """
            - **Acme.Orders**: `OrderText.Write`. Use `OrderText.Format(id, '-')`. Removed in 3.0.
            - **Acme.Orders**: `OrderNote`. Use `OrderMemo`. Removed in 3.0.
            - **Acme.Orders**: `OrderEvents.OrderCompleted` and its event `order.completed`. Use `order.done`. Removed in 3.0.
            - **Acme.Orders**: `OrderErrors.OrderUnknown` and its code `order.unknown`. Use `order.missing`. Removed in 3.0.
            - **Acme.Orders**: `OrderHeaders.Order`, the header `X-Order`. Use `X-Order-ID`. Removed in 3.0.
            - **Acme.Orders**: the key `Orders:Size`. Use `Orders:Count`. Removed in 3.0.
            """
        );
    }

    /// <summary>2.0: what is deprecated still works.</summary>
    public static void Support(Library library) =>
        Announce(library, "### Changed", "- **Acme.Orders**: a new major version.");

    /// <summary>3.0: what 1.1 deprecated is gone.</summary>
    public static void Remove(Library library)
    {
        library[Code] = Usings + Stays;
        library.Edit(Options, "    [DeprecatedKey(\"Orders:Size\", \"1.1\")]\n", "");
        var gone = library[Shipped].Split('\n').Where(IsRemoved).Select(l => "*REMOVED*" + l);
        library[Unshipped] = string.Join('\n', ["#nullable enable", .. gone]) + "\n";
        Announce(library, "### Removed", "- **Acme.Orders**: what 1.1 deprecated.");
    }

    /// <summary>The two attributes of a deprecation.</summary>
    public static string Attributes(string since, string use, string id) =>
        $"""[Deprecated("{since}", "{use}")] [Obsolete("Use {use}. Deprecated in 1.1, removed in 3.0.", DiagnosticId = "{id}")]""";

    /// <summary>Adds entries under the heading of what is not released yet.</summary>
    public static void Announce(Library library, string heading, string entries) =>
        library.Edit(Changelog, Unreleased, $"{Unreleased}\n{heading}\n\n{entries}\n");

    private static bool IsRemoved(string line) =>
        line.Contains("OrderText.Write(", StringComparison.Ordinal)
        || line.Contains("OrderNote", StringComparison.Ordinal)
        || line.Contains("OrderCompleted(", StringComparison.Ordinal)
        || line.Contains("OrderUnknown", StringComparison.Ordinal)
        || line.Contains("OrderHeaders.Order ", StringComparison.Ordinal);
}
