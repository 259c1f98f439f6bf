using System.Text;

namespace Common.Context.Tests;

public sealed class TenantPathTests
{
    private static readonly string LongestPath = "/" + new string('a', TenantPath.MaxLength - 1);
    private static readonly string DeepestPath = string.Concat(Enumerable.Repeat("/a", 32));

    public static TheoryData<string, int> Paths =>
        new()
        {
            { "/acme", 1 },
            { "/acme/eu/sales", 3 },
            { "/0/A.b_c-d", 2 },
            { LongestPath, 1 },
            { DeepestPath, 32 },
        };

    [Theory]
    [MemberData(nameof(Paths))]
    public void TryParse_reads(string text, int levels)
    {
        Assert.True(TenantPath.TryParse(text, out var path));
        Assert.Equal(text, path.ToString());
        Assert.Equal(levels, path.Levels);
        Assert.Equal(path, TenantPath.Parse(text.AsSpan()));
        var utf8 = new byte[TenantPath.MaxLength];
        Assert.True(path.TryFormat(utf8, out var bytes));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8, 0, bytes));
        Assert.False(path.TryFormat(utf8.AsSpan(0, text.Length - 1), out bytes));
        Assert.Equal(0, bytes);
    }

    public static TheoryData<string> NotPaths =>
        [
            "",
            "/",
            "//",
            "acme",
            "acme/eu",
            "/acme/",
            "/acme//eu",
            "/./acme",
            "/acme/../other",
            "/-acme",
            "/_acme",
            "/acme eu",
            "/acme\n",
            "/acme%2Feu",
            "/acme\\eu",
            "/\u00E4cme",
            "/acme/\u0661",
            LongestPath + "a",
            DeepestPath + "/a",
        ];

    [Theory]
    [MemberData(nameof(NotPaths))]
    public void TryParse_rejects(string text)
    {
        Assert.False(TenantPath.TryParse(text, out var path));
        Assert.True(path.IsNone);
        Assert.False(TenantPath.TryParse(text.AsSpan(), out _));
        Assert.False(TenantPath.TryParse(null, out _));
    }

    [Fact]
    public void Parse_says_the_rule_and_never_the_text()
    {
        var error = Assert.Throws<FormatException>(() => TenantPath.Parse("<script>"));
        Assert.Equal(
            "A text of length 8 is not a tenant path; it must have from 1 to 32 levels and at most 512 characters, each level a '/' and a name of ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit.",
            error.Message
        );
    }

    [Fact]
    public void Parent_and_Ancestors_go_up()
    {
        var path = TenantPath.Parse("/acme/eu/sales");
        Assert.Equal("/acme/eu", path.Parent.ToString());
        Assert.Equal(["/acme/eu", "/acme"], path.Ancestors().Select(p => p.ToString()));
        Assert.True(TenantPath.Parse("/acme").Parent.IsNone);
        Assert.True(TenantPath.None.Parent.IsNone);
        Assert.Equal("sales", path.Name.ToString());
        Assert.Equal("", TenantPath.None.Name.ToString());
    }

    [Theory]
    [InlineData("/acme/eu", "/acme", true)]
    [InlineData("/acme/eu", "/acme/eu", true)]
    [InlineData("/acme", "/acme/eu", false)]
    [InlineData("/acme-eu", "/acme", false)]
    [InlineData("/Acme/eu", "/acme", false)]
    public void IsWithin_says_whether_a_path_is_below(string path, string other, bool expected) =>
        Assert.Equal(expected, TenantPath.Parse(path).IsWithin(TenantPath.Parse(other)));

    [Fact]
    public void None_lies_within_nothing_and_nothing_within_it()
    {
        var path = TenantPath.Parse("/acme");
        Assert.False(TenantPath.None.IsWithin(path));
        Assert.False(path.IsWithin(TenantPath.None));
        Assert.False(TenantPath.None.IsWithin(TenantPath.None));
        Assert.Equal("-", TenantPath.None.ToString());
        Assert.Equal(0, TenantPath.None.Levels);
    }

    [Fact]
    public void Child_goes_down_and_checks_the_name()
    {
        Assert.Equal("/acme/eu", TenantPath.None.Child("acme").Child("eu").ToString());
        Assert.Throws<FormatException>(() => TenantPath.Parse("/acme").Child(".."));
        Assert.Throws<FormatException>(() => TenantPath.Parse("/acme").Child("eu/sales"));
        Assert.Throws<FormatException>(() => TenantPath.None.Child("acme/eu"));
        Assert.Throws<FormatException>(() => TenantPath.Parse("/acme").Child(""));
        Assert.Throws<FormatException>(() => TenantPath.Parse(DeepestPath).Child("a"));
    }
}
