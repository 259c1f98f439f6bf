using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1004 in every position that can name something.</summary>
public sealed partial class RemovedUseTests
{
    private const string RemovedOfAll = """
        # release record, schema 1
        api	deprecated	Lib.Base.Base(int size) -> void	since=1.2	use=Base.Create(size)
        api	deprecated	Lib.Base.GetSize() -> int	since=1.2	use=this.Size
        api	deprecated	Lib.Base.Length.get -> int	since=1.2	use=Size
        api	deprecated	Lib.Base.Length.set -> void	since=1.2	use=Size
        api	deprecated	Lib.Base.this[int index].get -> string!	since=1.2	use=this.Get(index)
        api	deprecated	Lib.MarkAttribute	since=1.2	use=NoteAttribute
        api	deprecated	Lib.NoteAttribute.Old.set -> void	since=1.2	use=Text
        api	deprecated	Lib.Old.Tool	since=1.2	use=Lib.New.Tool
        api	deprecated	Lib.OldBase	since=1.2	use=Base
        api	deprecated	Lib.OldText	since=1.2	use=Text
        api	deprecated	Lib.Base.Part	since=1.2	use=Text
        api	deprecated	const Lib.Text.Most = 5 -> int	since=1.2	use=Text.Max
        api	deprecated	static Lib.Base.explicit operator int(Lib.Base! value) -> int	since=1.2	use=value.Size
        api	deprecated	static Lib.Base.operator +(Lib.Base! left, Lib.Base! right) -> Lib.Base!	since=1.2	use=Base.Join(left, right)
        api	deprecated	static Lib.Base.operator >>>(Lib.Base! left, Lib.Base! right) -> Lib.Base!	since=1.2	use=Base.Join(left, right)
        api	deprecated	static Lib.Base.operator <(Lib.Base! left, Lib.Base! right) -> bool	since=1.2	use=Base.IsLess(left, right)
        api	deprecated	static Lib.Text.Format(int value, string! zone) -> string!	since=1.2	use=Text.Write(zone, value)
        api	deprecated	static Lib.Text.Shout(this string! text) -> string!	since=1.2	use=Text.Loud(text)
        """;

    private const string LibraryOfAll = """
        namespace Lib.New
        {
            public class Tool;
        }

        namespace Lib
        {
            public class Base
            {
                public static Base Create(int size) => new();
                public static Base Join(Base left, Base right) => left;
                public static bool IsLess(Base left, Base right) => false;
                public int Size { get; set; }
                public string Get(int index) => "";
            }

            public class Text
            {
                public const int Max = 5;
                public static string Format(int value) => "";
                public static string Write(string zone, int value) => "";
                public static string Loud(string text) => "";
            }

            public class NoteAttribute : System.Attribute
            {
                public string Text { get; set; } = "";
            }
        }
        """;

    private static readonly RoslynTest Positions = RoslynTest
        .Analyzer<RemovedUseAnalyzer>()
        .WithFix<RemovedUseCodeFix>()
        .WithReference(Library.Compile(LibraryOfAll, "3.0.0.0"))
        .WithAdditionalFile("Lib.deprecated.txt", RemovedOfAll);

    public static TheoryData<string, string, string> Declarations =>
        new()
        {
            { "CS0246", "class C { OldText? f; }", "class C { Text? f; }" },
            { "CS0246", "class C : OldBase;", "class C : Base;" },
            {
                "CS0246",
                "class C { OldText M(OldText t) => t; }",
                "class C { Text M(Text t) => t; }"
            },
            { "CS0246", "delegate OldText D();", "delegate Text D();" },
            { "CS0246", "class C<T> where T : OldBase;", "class C<T> where T : Base;" },
            { "CS0246", "[Mark] class C;", "[Note] class C;" },
            {
                "CS0246",
                "class C { [Lib.Note(Old = \"\")] int f; }",
                "class C { [Lib.Note(Text = \"\")] int f; }"
            },
            {
                "CS0117",
                "class C { const int M = Text.Most; }",
                "class C { const int M = Text.Max; }"
            },
            { "CS0117", "enum E { M = Text.Most }", "enum E { M = Text.Max }" },
            {
                "CS0117",
                "class C { void M(int i = Text.Most) { } }",
                "class C { void M(int i = Text.Max) { } }"
            },
            { "CS0426", "class C { Base.Part? f; }", "class C { Text? f; }" },
            { "CS0426", "class C { Lib.Base.Part? f; }", "class C { Text? f; }" },
            {
                "CS0246",
                "class C { System.Collections.Generic.List<OldText> f = []; }",
                "class C { System.Collections.Generic.List<Text> f = []; }"
            },
        };

    public static TheoryData<string, string, string> Bodies =>
        new()
        {
            { "CS0117", "_ = nameof(Text.Most);", "_ = nameof(Text.Max);" },
            { "CS0103", "_ = nameof(OldText);", "_ = nameof(Text);" },
            { "CS0246", "_ = typeof(OldText);", "_ = typeof(Text);" },
            { "CS1501", "_ = Text.Format(1, \"z\");", "_ = Text.Write(\"z\", 1);" },
            { "CS1061", "_ = \"a\".Shout();", "_ = Text.Loud(\"a\");" },
            { "CS0117", "_ = Text.Shout(\"a\");", "_ = Text.Loud(\"a\");" },
            { "CS1061", "_ = b?.Length;", "_ = b?.Size;" },
            { "CS0117", "_ = new Base { Length = 1 };", "_ = new Base { Size = 1 };" },
            { "CS0117", "_ = b is { Length: 1 };", "_ = b is { Size: 1 };" },
            { "CS1729", "_ = new Base(3);", "_ = Base.Create(3);" },
            { "CS1729", "Base n = new(3);", "Base n = Base.Create(3);" },
            { "CS0021", "_ = b[1];", "_ = b.Get(1);" },
            { "CS0019", "_ = b + b;", "_ = Base.Join(b, b);" },
            { "CS0019", "_ = b >>> b;", "_ = Base.Join(b, b);" },
            { "CS0019", "_ = b < b;", "_ = Base.IsLess(b, b);" },
            { "CS0030", "_ = (int)b;", "_ = b.Size;" },
        };

    public static TheoryData<string, string> NotRemoved =>
        new()
        {
            { "CS1501", "_ = Text.Format(1, \"z\", 2);" }, // no overload ever took three
            { "CS1501", "_ = Text.Format(1, 2);" }, // nor a number there
            { "CS1061", "_ = 1.Shout();" }, // never extended numbers
            { "CS0019", "_ = b + 1;" },
            { "CS0021", "_ = b[\"a\"];" },
            { "CS1729", "_ = new Base(\"a\");" },
            { "CS1061", "_ = \"a\".OldText;" }, // a member of something else
            { "CS1061", "_ = \"a\".Most;" },
            { "CS0103", "_ = Most;" }, // not imported
            { "CS0103", "OldText();" }, // a call of a method
            { "CS0246", "OldText<int>? t = null;" }, // another number of type parameters
            { "CS1739", "_ = Text.Format(value: 1, OldText: 2);" },
        };

    [Theory]
    [MemberData(nameof(Declarations))]
    public Task Declarations_are_fixed(string error, string before, string after) =>
        Positions
            .WithSource("using Lib;\n\n" + before)
            .WithCompilerErrors(error)
            .FixesAsync("using Lib;\n\n" + after);

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Bodies_are_fixed(string error, string before, string after) =>
        Positions.WithSource(In(before)).WithCompilerErrors(error).FixesAsync(In(after));

    [Theory]
    [MemberData(nameof(NotRemoved))]
    public Task What_only_looks_like_it_is_not_reported(string error, string code) =>
        Positions.WithSource(In(code)).WithCompilerErrors(error).ReportsAsync();

    [Fact]
    public Task Members_are_known_without_a_receiver_too() =>
        Positions
            .WithCompilerErrors("CS0103")
            .WithSource(
                """
                using Lib;
                using static Lib.Text;

                class C : Base
                {
                    int A() => Length + GetSize() + Most;
                }
                """
            )
            .FixesAsync(
                """
                using Lib;
                using static Lib.Text;

                class C : Base
                {
                    int A() => Size + Size + Max;
                }
                """
            );

    [Fact]
    public Task A_namespace_that_has_gone_is_replaced_with_those_of_its_types() =>
        Positions
            .WithCompilerErrors("CS0234", "CS0246")
            .WithSource(
                """
                using Lib;
                using Lib.Old;

                class C
                {
                    Tool? f;
                    Lib.Old.Tool? g;
                }
                """
            )
            .FixesAsync(
                """
                using Lib;
                using Lib.New;

                class C
                {
                    Tool? f;
                    Tool? g;
                }
                """
            );

    [Fact]
    public Task Types_are_replaced_in_using_directives() =>
        Positions
            .WithCompilerErrors("CS0234")
            .WithSource(
                """
                using static Lib.OldText;
                using T = Lib.OldText;

                class C;
                """
            )
            .FixesAsync(
                """
                using static Lib.Text;
                using T = Lib.Text;

                class C;
                """
            );

    [Fact]
    public Task Comments_are_migrated_too() =>
        Positions
            .WithSource(
                """
                using Lib;

                /// <summary><see cref="OldText"/>, <see cref="Lib.OldText"/>, <see cref="Text.Most"/>, <see cref="Base.Length"/>.</summary>
                class C;
                """
            )
            .FixesAsync(
                """
                using Lib;

                /// <summary><see cref="Text"/>, <see cref="Text"/>, <see cref="Text.Max"/>, <see cref="Base.Size"/>.</summary>
                class C;
                """
            );

    [Fact]
    public Task A_base_constructor_is_told() =>
        Positions
            .WithCompilerErrors("CS1729")
            .WithSource("using Lib;\n\nclass C : Base { C() : [|base|](3) { } }")
            .ReportsAsync(
                "'Lib.Base.Base(int size) -> void' was removed from Lib in 3.0, deprecated since 1.2: use 'Base.Create(size)'"
            );

    private static string In(string code) =>
        $$"""
            using Lib;

            class C
            {
                void M(Base b)
                {
                    {{code}}
                }
            }
            """;
}
