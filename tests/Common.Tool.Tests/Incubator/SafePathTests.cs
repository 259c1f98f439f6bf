using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Tests.Incubator;

public sealed class SafePathTests
{
    public static TheoryData<string, string> Refused =>
        new()
        {
            { "../Evil.cs", "a segment begins with a dot" },
            { "a/../../Evil.cs", "a segment begins with a dot" },
            { "/etc/Evil.cs", "it is absolute or has an empty segment" },
            { "a//Evil.cs", "it is absolute or has an empty segment" },
            { "C:/Evil.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "a\\..\\Evil.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "Evil.cs:stream", "only ASCII letters, digits and ._- are allowed in a segment" },
            { ".git/hooks.cs", "a segment begins with a dot" },
            { ".github/workflows/x.cs", "a segment begins with a dot" },
            { "GIT~1/x.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "a/nul.cs", "a segment is the name of a device" },
            { "COM1/x.cs", "a segment is the name of a device" },
            { "lpt9.tar.cs", "a segment is the name of a device" },
            { "a./x.cs", "a segment ends in a dot" },
            { "a /x.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "a\n/x.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "caf\u00e9/x.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "cafe\u0301/x.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "\u202ex.cs", "only ASCII letters, digits and ._- are allowed in a segment" },
            { "", "a path has 1 to 180 characters, this has 0" },
            { new string('a', 178) + ".cs", "a path has 1 to 180 characters, this has 181" },
        };

    public static TheoryData<string> NotSources =>
        [
            "Orders.csproj",
            "Directory.Build.props",
            "common.lock.json",
            "common.json",
            "x.sh",
            "x.CS",
            "cs",
        ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void CheckSource_refuses_what_could_lead_elsewhere(string path, string why)
    {
        var exception = Assert.Throws<ToolException>(() =>
            SafePath.CheckSource(path, "The module")
        );

        Assert.Equal(ExitCode.Refused, exception.Code);
        Assert.EndsWith($", which is refused: {why}.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [MemberData(nameof(NotSources))]
    public void CheckSource_refuses_what_is_not_code(string path)
    {
        var exception = Assert.Throws<ToolException>(() =>
            SafePath.CheckSource(path, "The module")
        );

        Assert.Equal(
            $"The module names '{path}', which is refused: only .cs files are copied.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("A.cs")]
    [InlineData("Stages/Order-2_x.g.cs")]
    public void CheckSource_allows_plain_names(string path) =>
        Assert.Null(Record.Exception(() => SafePath.CheckSource(path, "The module")));

    [Fact]
    public void CheckSource_allows_the_longest_path() =>
        Assert.Null(
            Record.Exception(() => SafePath.CheckSource(new string('a', 177) + ".cs", "x"))
        );

    [Theory]
    [InlineData(
        "A.cs",
        "a.cs",
        "The module names both A.cs and a.cs, which are one on many file systems."
    )]
    [InlineData(
        "B/x.cs",
        "b/y.cs",
        "The module names both B and b, which are one on many file systems."
    )]
    [InlineData(
        "A.cs",
        "A.cs",
        "The module names both A.cs and A.cs, which are one on many file systems."
    )]
    [InlineData(
        "a.cs",
        "A.cs/b.cs",
        "The module names both a.cs and A.cs, which are one on many file systems."
    )]
    public void CheckTwins_refuses_two_names_of_one_file(string one, string other, string message)
    {
        var exception = Assert.Throws<ToolException>(() =>
            SafePath.CheckTwins([one, other], "The module")
        );

        Assert.Equal((ExitCode.Refused, message), (exception.Code, exception.Message));
    }
}
