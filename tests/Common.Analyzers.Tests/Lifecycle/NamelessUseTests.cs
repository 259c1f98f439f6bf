using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1001 where no name tells the use, and where the code goes away itself: the compiler's own warning is the measure.</summary>
public sealed class NamelessUseTests
{
    private const string Source = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using Common.Abstractions;

        namespace Lib
        {
            public class Box : IEnumerable<int>
            {
                public Box() { }
                [Deprecated("1.1", "Box.Plus(a, b)"), Obsolete("", DiagnosticId = "LIBD001")]
                public static Box operator +(Box a, Box b) => a;
                public static Box Plus(Box a, Box b) => a;
                [Deprecated("1.1", "a.Negated()"), Obsolete("", DiagnosticId = "LIBD001")]
                public static Box operator -(Box a) => a;
                public Box Negated() => this;
                [Deprecated("1.1", "Box.Next(a)"), Obsolete("", DiagnosticId = "LIBD001")]
                public static Box operator ++(Box a) => a;
                public static Box Next(Box a) => a;
                [Deprecated("1.1", "a.ToInt()"), Obsolete("", DiagnosticId = "LIBD001")]
                public static implicit operator int(Box a) => 1;
                [Deprecated("1.1", "a.ToInt()"), Obsolete("", DiagnosticId = "LIBD001")]
                public static explicit operator long(Box a) => 1;
                public int ToInt() => 1;
                [Deprecated("1.1", "this.At(i)"), Obsolete("", DiagnosticId = "LIBD001")]
                public int this[int i] { get => 1; set { } }
                public int At(int i) => i;
                [Deprecated("1.1", "this.Put(x)"), Obsolete("", DiagnosticId = "LIBD001")]
                public void Add(int x) { }
                public void Put(int x) { }
                [Deprecated("1.1", Reason = "old"), Obsolete("", DiagnosticId = "LIBD001")]
                public IEnumerator<int> GetEnumerator() => null!;
                IEnumerator IEnumerable.GetEnumerator() => null!;
                IEnumerator<int> IEnumerable<int>.GetEnumerator() => null!;
                [Deprecated("1.1", Reason = "old"), Obsolete("", DiagnosticId = "LIBD001")]
                public void Deconstruct(out int a, out int b) => a = b = 1;
                public int Set
                {
                    get => 1;
                    [Deprecated("1.1", "Fresh"), Obsolete("", DiagnosticId = "LIBD001")]
                    set { }
                }
                public int Fresh { get; set; }
                [Deprecated("1.1", "this.Count()"), Obsolete("", DiagnosticId = "LIBD001")]
                public int Length { get; set; }
                public int Count() => 1;
                [Deprecated("1.1", "ReadOnly"), Obsolete("", DiagnosticId = "LIBD001")]
                public int Writable { get; set; }
                public int ReadOnly { get; }
            }

            public class Base
            {
                [Deprecated("1.1", "new Base(\"\")"), Obsolete("", DiagnosticId = "LIBD001")]
                public Base() { }
                [Deprecated("1.1", Reason = "old"), Obsolete("", DiagnosticId = "LIBD001")]
                public Base(int a) { }
                public Base(string a) { }
            }

            public record BaseRecord
            {
                [Deprecated("1.1", Reason = "old"), Obsolete("", DiagnosticId = "LIBD001")]
                public BaseRecord() { }
            }

            [Deprecated("1.1", "New"), Obsolete("", DiagnosticId = "LIBD001")]
            public class Old { public static int Make() => 1; }
            public class New { public static int Make() => 1; }

            public static class Extensions
            {
                [Deprecated("1.1", Reason = "old"), Obsolete("", DiagnosticId = "LIBD001")]
                public static IEnumerable<int> Select(this Box box, Func<int, int> f) => null!;
                [Deprecated("1.1", Reason = "old"), Obsolete("", DiagnosticId = "LIBD001")]
                public static TaskAwaiter GetAwaiter(this Box box) => default;
            }
        }
        """;

    // Each line uses one thing, or nothing where the compiler is silent too.
    private const string Uses = """
        using System;
        using Lib;
        class Uses
        {
            async void M(Box a, Box b, Box? n)
            {
                _ = a + b;
                a += b;
                _ = -a;
                a++;
                int c = a;
                Take(a);
                _ = (long)a;
                _ = a[0];
                a[1] = 2;
                _ = n?[0];
                _ = new Box { [0] = 1 };
                _ = new Box { 1 };
                foreach (var q in a) { }
                var (d, e) = a;
                _ = a is (1, 2);
                _ = from z in a select z;
                await a;
                a.Set = 1;
                (a.Set, c) = (1, 2);
                _ = new Box { Set = 1 };
                a.Set++;
                _ = a.Set;
                _ = a is { Set: 1 };
                _ = nameof(a.Set);
            }
            static void Take(int a) { }
            class D1 : Base { }
            class D2 : Base { public D2() { } }
            class D3 : Base { public D3() : base(1) { } }
            class D4(int a) : Base(a);
            class D5 : Base { public D5() : base("") { } }
            class D6(int a) : Base { public int A => a; }
            record D7 : BaseRecord;
            record D8(int A) : BaseRecord;
            class D9 : IDisposable { public void Dispose() { } }
            [Obsolete] Old Signature(Old o) { Old p = o; return p; }
            [Obsolete] Old? Property { get { Old? p = null; return p; } set { _ = new Old(); } }
            [Obsolete] int this[Old o] => Old.Make();
            [Obsolete] event Action Event { add { Old.Make(); } remove { } }
            [Obsolete] int Initialized { get; } = Old.Make();
            [Obsolete] readonly object field = new Old();
            [Obsolete] class Derived : Old { }
            [Obsolete] class Bound<T> where T : Old { }
            [Obsolete] delegate Old Delegate(Old o);
            [Obsolete] record Positional(Old O);
            void Local() { [Obsolete] void Inner() { Old.Make(); } }
            int Half { [Obsolete] get => Old.Make(); set { } }
            int Other { get => 1; set => Old.Make(); }
            [Obsolete, Mark(typeof(Old))] void Marked() { }
        }
        class MarkAttribute(Type type) : Attribute { public Type Type => type; }
        """;

    private static readonly MetadataReference Lib = Library.Compile(Source);

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<DeprecatedUseAnalyzer>()
        .WithFix<DeprecatedUseCodeFix>()
        .WithReference(Lib);

    [Fact]
    public async Task What_the_compiler_warns_of_is_reported_and_nothing_else()
    {
        var token = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Uses",
            [CSharpSyntaxTree.ParseText(Uses, cancellationToken: token)],
            [.. PlatformReferences.Without([]), Lib],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

        var warned = compilation.GetDiagnostics(token);
        var analyzed = await compilation
            .WithAnalyzers([new DeprecatedUseAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(token);
        var listed = UseFinder.Find(compilation, [], targetRelease: null, token);

        Assert.Empty(warned.Where(d => d.Severity == DiagnosticSeverity.Error));
        var expected = Lines(warned.Where(d => d.Id == "LIBD001"));
        Assert.Equal(expected, Lines(analyzed));
        Assert.Equal(expected, Lines(listed));
    }

    /// <summary>A statement before and after the fix.</summary>
    public static TheoryData<string, string> Fixes =>
        new()
        {
            { "_ = a + b;", "_ = Box.Plus(a, b);" },
            { "_ = -(a + b);", "_ = (Box.Plus(a, b)).Negated();" },
            { "_ = (long)a;", "_ = a.ToInt();" },
            { "int c = a;", "int c = a.ToInt();" },
            { "_ = a[1];", "_ = a.At(1);" },
            { "a.Set = 1;", "a.Fresh = 1;" },
            { "_ = a.Length;", "_ = a.Count();" },
            { "_ = a.Writable;", "_ = a.ReadOnly;" },
        };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task The_fix_writes_the_replacement(string before, string after) =>
        Test.WithSource(Body(before)).FixesAsync(Body(after));

    /// <summary>Uses where the replacement would not do the same, or could not stand.</summary>
    public static TheoryData<string> NotFixed =>
        [
            "a++;", // the result would not be assigned
            "a += b;",
            "a[1] = 2;", // a call can't be assigned to
            "a.Length++;",
            "(a.Length, _) = (1, 2);",
            "a.Writable = 1;", // the new one has no setter
            "a.Writable++;",
            "_ = new Box { 1 };", // it is called without being written
        ];

    [Theory]
    [MemberData(nameof(NotFixed))]
    public Task There_is_no_fix(string code) => Test.WithSource(Body(code)).OffersNoFixAsync();

    [Theory]
    [InlineData("class D : Base { }")]
    [InlineData("class D : Base { public D() : base() { } }")]
    [InlineData("class D(int a) : Base() { public int A => a; }")]
    public Task A_constructor_of_a_base_has_no_fix(string code) =>
        Test.WithSource("using Lib;\n" + code).OffersNoFixAsync();

    private static int[] Lines(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Select(d => d.Location.GetLineSpan().StartLinePosition.Line + 1)
                .Distinct()
                .Order(),
        ];

    private static string Body(string code) =>
        $$"""
            using Lib;

            class C
            {
                void M(Box a, Box b)
                {
                    {{code}}
                }
            }
            """;
}
