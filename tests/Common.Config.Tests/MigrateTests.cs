using System.Text;
using Common.Config.Catalogue;

namespace Common.Config.Tests;

/// <summary>A file that is migrated stays what it was in everything but the keys.</summary>
public sealed class MigrateTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public static TheoryData<Encoding> Encodings =>
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_its_mark_and_the_ends_of_lines_stay(Encoding encoding)
    {
        const string Text =
            "// gr\u00fc\u00df\r\n{ \"Orders\": { \"Database\": {\r\n\t\"CommandTimeout\": \"1s\" } } }\r\n";
        var file = _folder.File("a.json");
        File.WriteAllText(file, Text, encoding);

        Assert.Equal(0, Migrate(file).Code);

        Assert.Equal(
            [
                .. encoding.GetPreamble(),
                .. encoding.GetBytes(
                    Text.Replace("CommandTimeout", "StatementTimeout", StringComparison.Ordinal)
                ),
            ],
            File.ReadAllBytes(file)
        );
    }

    [Fact]
    public void What_is_no_text_is_left_as_it_is()
    {
        byte[] content =
        [
            .. "{\"Orders\":{\"Database\":{\"CommandTimeout\":\"\u0001"u8,
            0xFF,
            .. "\"}}}"u8,
        ];
        var file = _folder.File("a.json");
        File.WriteAllBytes(file, content);

        Assert.Equal((3, "The file is no text in UTF-8 or UTF-16.\n"), Migrate(file));
        Assert.Equal(content, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData(
        """{ "Orders:Database:CommandTimeout": "5s" }""",
        """{ "Orders:Database:StatementTimeout": "5s" }"""
    )]
    [InlineData(
        """{ "Orders": { "Database:CommandTimeout": "5s" } }""",
        """{ "Orders": { "Database:StatementTimeout": "5s" } }"""
    )]
    [InlineData(
        """{ "Orders:Old:Left": 5, "Orders": { "Live:Right": 5 } }""",
        """{ "Orders:Live:Left": 5, "Orders": { "Live:Right": 5 } }"""
    )]
    [InlineData(
        """{ "Orders": { "Old": { "Left": 5 /* c */, "b": 1 }, "Live": { "Right": 5 } } }""",
        """{ "Orders": { "Old": {  /* c */ "b": 1 }, "Live": { "Left": 5, "Right": 5 } } }"""
    )]
    [InlineData(
        "{ \"Orders\": { \"Live\": { \"Right\": 5 }, \"Old\": { \"a\": 1, // x,\n\"Left\": 5 } } }",
        "{ \"Orders\": { \"Live\": { \"Left\": 5, \"Right\": 5 }, \"Old\": { \"a\": 1 // x,\n } } }"
    )]
    public void Names_that_are_paths_stay_paths_and_commas_in_comments_are_left_alone(
        string before,
        string after
    )
    {
        var file = _folder.Write("a.json", before).File("a.json");

        Assert.Equal((0, ""), Migrate(file));

        Assert.Equal(after, File.ReadAllText(file));
    }

    private static (int Code, string Error) Migrate(string file)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var code = ConfigCommands.Run(
            ["migrate", file],
            ConfigCatalogue.Of(typeof(MigrateTests).Assembly),
            TextWriter.Null,
            error
        );
        return (code, error.ToString());
    }
}
