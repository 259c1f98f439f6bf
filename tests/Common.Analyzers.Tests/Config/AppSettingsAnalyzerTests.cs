using Common.Analyzers.Config;

namespace Common.Analyzers.Tests.Config;

public sealed class AppSettingsAnalyzerTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Generator<ConfigSectionGenerator>()
        .WithAnalyzer<AppSettingsAnalyzer>()
        .WithSource(
            """
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            using Common.Abstractions;
            using Common.Config;
            using NodaTime;

            public enum Mode { Slow, Fast }

            [ConfigSection("Orders:Database")]
            public sealed partial class DatabaseOptions
            {
                [Range(1, 1024)] public int PoolSize { get; init; } = 100;
                [DeprecatedKey("Orders:Database:CommandTimeout", "1.2")]
                [DeprecatedKey("Old:Timeout", "1.1")]
                [Limits("1s", "5m")] public Duration StatementTimeout { get; init; } = Duration.FromSeconds(30);
                public Mode Mode { get; init; }
                public bool Fast { get; init; }
                public IReadOnlyList<Shard> Shards { get; init; } = [];
                public IReadOnlyDictionary<string, int> Weights { get; init; } = new Dictionary<string, int>();
                [Limits("1KiB", "1MiB")] public ByteSize Buffer { get; init; } = ByteSize.FromKibibytes(4);
                [RegularExpression("[a-z]+")] public string Schema { get; init; } = "public";
                [Length(1, 2)] public IReadOnlyList<int> Ports { get; init; } = [5432];
                [MaxLength(1)] public IReadOnlyDictionary<Mode, int> ByMode { get; init; } = new Dictionary<Mode, int>();
                [AllowedValues(1, 2)] public int Copies { get; init; } = 1;
                public LocalDate Since { get; init; }
                public System.Version? Protocol { get; init; }
            }

            [ConfigSection]
            public sealed partial class Shard
            {
                public string Name { get; init; } = "";
            }

            [ConfigSection("Partners:*")]
            public sealed partial class Partner
            {
                public int Limit { get; init; }
            }
            """
        );

    [Theory]
    [InlineData(
        """{"PoolSize": 1, "statementtimeout": "1s", "Mode": "fast", "Fast": true, "Weights": {"any": 1}}"""
    )]
    [InlineData(
        """{"PoolSize": "1024", "Fast": "True", "Shards": [{"Name": "x"}], /* a comment */ }"""
    )]
    [InlineData("""{"PoolSize": "${Some:Key}", "Mode": null}""")]
    [InlineData(
        """{"Buffer": "1 MiB", "Schema": "abc", "Ports": [1, 2], "ByMode": {"slow": 1}, "Copies": "2", "Since": "2026-02-28", "Protocol": "1.2"}"""
    )]
    public Task What_the_service_accepts_is_not_reported(string database) =>
        Test.WithAdditionalFile(
                "appsettings.json",
                $$"""{"Logging": {"Anything": 1}, "Orders": {"Other": 1, "Database": {{database}} } }"""
            )
            .ReportsAsync();

    [Theory]
    [InlineData(
        """{ {|CMN2011:"PoolSiz"|}: 1}""",
        "'Orders:Database:PoolSiz' is no known key; did you mean 'PoolSize'?"
    )]
    [InlineData("""{ {|CMN2011:"Nonsense"|}: 1}""", "'Orders:Database:Nonsense' is no known key")]
    [InlineData(
        """{"Shards": [{ {|CMN2011:"Nam"|}: "x"}]}""",
        "'Orders:Database:Shards:0:Nam' is no known key; did you mean 'Name'?"
    )]
    [InlineData(
        """{ {|CMN2012:"CommandTimeout"|}: "2s"}""",
        "'Orders:Database:CommandTimeout' is deprecated since 1.2; use 'Orders:Database:StatementTimeout'"
    )]
    [InlineData(
        """{"PoolSize": {|CMN2013:"many"|}}""",
        "The value of 'Orders:Database:PoolSize' cannot be read: it must be a whole number from -2147483648 to 2147483647"
    )]
    [InlineData(
        """{"StatementTimeout": {|CMN2013:30|}}""",
        "The value of 'Orders:Database:StatementTimeout' cannot be read: it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S"
    )]
    [InlineData(
        """{"Mode": {|CMN2013:"Never"|}}""",
        "The value of 'Orders:Database:Mode' cannot be read: it must be one of Slow, Fast"
    )]
    [InlineData(
        """{"PoolSize": {|CMN2014:1025|}}""",
        "The value of 'Orders:Database:PoolSize' breaks a rule: it must be from 1 to 1024"
    )]
    [InlineData(
        """{"StatementTimeout": {|CMN2014:"6m"|}}""",
        "The value of 'Orders:Database:StatementTimeout' breaks a rule: it must be from 1s to 5m"
    )]
    [InlineData(
        """{"Buffer": {|CMN2013:4096|}}""",
        "The value of 'Orders:Database:Buffer' cannot be read: it must be a size such as 512B, 64KiB, 10MiB or 2GB"
    )]
    [InlineData(
        """{"Buffer": {|CMN2014:"2MiB"|}}""",
        "The value of 'Orders:Database:Buffer' breaks a rule: it must be from 1KiB to 1MiB"
    )]
    [InlineData(
        """{"Schema": {|CMN2014:"a1"|}}""",
        "The value of 'Orders:Database:Schema' breaks a rule: it must match [a-z]+"
    )]
    [InlineData(
        """{"Ports": {|CMN2014:[1, 2, 3]|}}""",
        "The value of 'Orders:Database:Ports' breaks a rule: it must have at most 2 elements"
    )]
    [InlineData(
        """{"ByMode": { {|CMN2011:"Never"|}: 1 } }""",
        "'Orders:Database:ByMode:Never' is no known key; it must be one of Slow, Fast"
    )]
    [InlineData(
        """{"Copies": {|CMN2014:3|}}""",
        "The value of 'Orders:Database:Copies' breaks a rule: it must be one of 1, 2"
    )]
    [InlineData(
        """{"Since": {|CMN2013:"2026-13-01"|}}""",
        "The value of 'Orders:Database:Since' cannot be read: it must be a date such as 2026-11-21"
    )]
    [InlineData(
        """{"Protocol": {|CMN2013:"2"|}}""",
        "The value of 'Orders:Database:Protocol' cannot be read: it must be a version such as 1.2 or 1.2.3"
    )]
    public Task What_stops_the_service_is_reported_with_its_place(
        string database,
        string message
    ) =>
        Test.WithAdditionalFile(
                "appsettings.Production.json",
                $$"""{"Orders": {"Database": {{database}} } }"""
            )
            .ReportsAsync(message);

    [Fact]
    public Task An_older_name_elsewhere_and_named_sections_are_known() =>
        Test.WithAdditionalFile(
                "appsettings.json",
                """{"Old": { {|CMN2012:"Timeout"|}: "2s"}, "Partners": {"a": {"Limit": 1, {|CMN2011:"Limt"|}: 2}}}"""
            )
            .ReportsAsync(
                "'Old:Timeout' is deprecated since 1.1; use 'Orders:Database:StatementTimeout'",
                "'Partners:a:Limt' is no known key; did you mean 'Limit'?"
            );

    [Fact]
    public Task Sections_and_older_keys_within_a_section_within_another_are_known() =>
        Test.WithSource(
                """
                [Common.Abstractions.ConfigSection("Orders:Web")]
                public sealed partial class Web
                {
                    public Tls? Tls { get; init; }
                }

                [Common.Abstractions.ConfigSection]
                public sealed partial class Tls
                {
                    [Common.Abstractions.DeprecatedKey("Orders:Web:TlsPort", "1.3")]
                    public int Port { get; init; } = 443;
                }

                [Common.Abstractions.ConfigSection("Orders:Web:Tls:Keys")]
                public sealed partial class Keys
                {
                    public int Size { get; init; } = 2048;
                }
                """
            )
            .WithAdditionalFile(
                "appsettings.json",
                """{"Orders": {"Web": { {|CMN2012:"TlsPort"|}: 1, "Tls": {"Port": 2, {|CMN2011:"Prt"|}: 2, "Keys": {"Size": 1, {|CMN2011:"Siz"|}: 1}}}}}"""
            )
            .ReportsAsync(
                "'Orders:Web:TlsPort' is deprecated since 1.3; use 'Orders:Web:Tls:Port'",
                "'Orders:Web:Tls:Prt' is no known key; did you mean 'Port'?",
                "'Orders:Web:Tls:Keys:Siz' is no known key; did you mean 'Size'?"
            );

    [Fact]
    public Task What_the_files_let_stand_is_not_reported() =>
        Test.WithAdditionalFile(
                "appsettings.json",
                """{"common": {"Config:AllowedUnknownKeys": ["Orders:Database:Legacy", "Orders:Database:Next:*"]}}"""
            )
            .WithAdditionalFile(
                "appsettings.Production.json",
                """{"Orders": {"Database": {"legacy": 1, "Next": {"A": 1}, {|CMN2011:"Nexts"|}: 1}}}"""
            )
            .ReportsAsync("'Orders:Database:Nexts' is no known key");

    [Fact]
    public Task Other_files_and_what_is_no_JSON_are_left_alone() =>
        Test.WithAdditionalFile("other.json", """{"Orders": {"Database": {"Nonsense": 1}}}""")
            .WithAdditionalFile("appsettings.json", """{"Orders": {"Database": {"Nonsense": """)
            .ReportsAsync();
}
