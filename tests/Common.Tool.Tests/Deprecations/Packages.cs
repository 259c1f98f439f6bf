namespace Common.Tool.Tests.Deprecations;

/// <summary>The package of the tests, deprecating and deprecated.</summary>
internal static class Packages
{
    /// <summary>It has an old member, key, event, error and header.</summary>
    public const string Deprecating = """
        [assembly: CatalogueEntry("event", "{\"name\":\"stock.counted\",\"deprecated\":{\"since\":\"1.1\",\"replacement\":\"stock.changed\"}}")]
        [assembly: CatalogueEntry("error", "{\"code\":\"sku.missing\",\"deprecated\":{\"since\":\"1.1\",\"replacement\":\"sku.unknown\"}}")]
        [assembly: CatalogueEntry("config", "{\"section\":\"Lib\",\"options\":[{\"name\":\"Count\",\"deprecatedKeys\":[{\"path\":\"Lib:Size\",\"since\":\"1.1\"}]}]}")]

        namespace Lib;

        public static class Stock
        {
            [Deprecated("1.1", "Count(sku)")]
            [Obsolete("Use Count(sku). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD001")]
            public static int Old(string sku) => 1;

            public static int Count(string sku) => 1;
        }

        public static class Headers
        {
            [WireHeader("The article.")]
            [Deprecated("1.1", "X-Sku")]
            public const string Article = "X-Article";
        }
        """;

    /// <summary>It has the new member only.</summary>
    public const string Removing = """
        namespace Lib;

        public static class Stock
        {
            public static int Count(string sku) => 1;
        }
        """;

    /// <summary>What the last one was shipped without.</summary>
    public static readonly string[] Gone =
    [
        "api\tdeprecated\tstatic Lib.Stock.Old(string! sku) -> int\tsince=1.1\tuse=Count(sku)\tid=LIBD001",
        "config\tdeprecated\tLib:Size\tsince=1.1\tuse=Lib:Count",
        "header\tdeprecated\tX-Article\tsince=1.1\tuse=X-Sku",
    ];
}
