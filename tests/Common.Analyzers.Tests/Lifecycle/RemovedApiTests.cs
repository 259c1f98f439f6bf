using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.Replacements;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of reading back what a line of the public API stood for.</summary>
public sealed class RemovedApiTests
{
    /// <summary>A line, what it is, what callers write, the type that has it, and its parameters.</summary>
    public static TheoryData<string, string, string, string, string> Lines =>
        new()
        {
            { "N.C", "Type", "C", "N.C", "" },
            { "N.Outer<T>.Inner<U, V>", "Type", "Inner", "N.Outer`1.Inner`2", "" },
            { "C", "Type", "C", "C", "" },
            { "N.C (forwarded, contained in Lib.Core)", "Type", "C", "N.C", "" },
            { "[LIBX001]N.C", "Type", "C", "N.C", "" },
            { "N.C.C(int size = 1) -> void", "Constructor", "C", "N.C", "size" },
            {
                "N.Outer<T>.Inner.M(T one, System.Func<T, int>! two) -> T",
                "Method",
                "M",
                "N.Outer`1.Inner",
                "one two"
            },
            { "N.C.P.get -> int", "Value", "P", "N.C", "" },
            { "N.C.P.init -> void", "Value", "P", "N.C", "" },
            { "N.E.A = 0 -> N.E", "Value", "A", "N.E", "" },
            { "const N.C.X = \"a -> (b)\" -> string!", "Value", "X", "N.C", "" },
            { "static readonly N.C.F -> int", "Value", "F", "N.C", "" },
            {
                "static N.C.M(this string! text, string! end = \"a, operator (\") -> string!",
                "ExtensionMethod",
                "M",
                "N.C",
                "text end"
            },
            { "N.C.this[int i, string! s].get -> T", "Indexer", "this[]", "N.C", "i s" },
            {
                "static N.C.operator +(N.C! a, N.C! b) -> N.C!",
                "Operator",
                "operator +",
                "N.C",
                "a b"
            },
            {
                "static N.C.implicit operator int(N.C! c) -> int",
                "Operator",
                "operator ()",
                "N.C",
                "c"
            },
            {
                "static N.C.explicit operator checked byte(N.C! c) -> byte",
                "Operator",
                "operator ()",
                "N.C",
                "c"
            },
            { "~[LIBX001]static extern N.C.M(int[] a) -> string", "Method", "M", "N.C", "a" },
            { "[RequiresUnsafe][LIBX001]static N.C.M() -> void", "Method", "M", "N.C", "" },
        };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Parse_tells_what_callers_wrote(
        string line,
        string kind,
        string name,
        string type,
        string parameters
    )
    {
        var api = RemovedApi.Parse(line, "New()")!;

        Assert.Equal(Enum.Parse<OldApiKind>(kind), api.Old.Kind);
        Assert.Equal(name, api.Name);
        Assert.Equal(type, api.Old.Type);
        Assert.Equal(parameters, string.Join(' ', api.Old.Parameters.Select(p => p.Name)));
    }

    [Fact]
    public void Parse_reads_whatever_a_merge_or_an_editor_leaves_of_a_line()
    {
        var signs = "()[]<>,.=\" ~*->operator this".ToCharArray();
        var random = new Random(7);
        foreach (var line in Lines.Select(l => l.Data.Item1))
        {
            for (var length = 0; length <= line.Length; length++)
            {
                _ = RemovedApi.Parse(line[..length], "");
                _ = RemovedApi.Parse(line[length..], "");
                var broken = line.ToCharArray();
                broken[Math.Min(length, line.Length - 1)] = signs[random.Next(signs.Length)];
                _ = RemovedApi.Parse(new string(broken), "");
            }
        }
    }
}
