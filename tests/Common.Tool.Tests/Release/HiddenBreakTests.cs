using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Release;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReleaseNumber = Common.Analyzers.Lifecycle.Release;

namespace Common.Tool.Tests.Release;

/// <summary>What breaks those who use a library although no line of its public API changes, and what does not.</summary>
public sealed class HiddenBreakTests
{
    private const string NotSo = " was not so in 1.0, and breaks who ";
    private const string Lost =
        " was so in 1.0 and is not so now, which breaks who relies on it: add a new ";

    private const string Library = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;

        public interface IShape { int Area { get; } }
        public interface INamed : IShape { void Rename() { } }
        public class Shape : IShape { public int Area => 1; public int Sides { get; set; } protected internal void Draw() { } public void Show() { } }
        public class Square : Shape, INamed, IDisposable { public void Dispose() { } }
        public abstract class Drawing { protected Drawing() { } public virtual void Draw() { } }
        public class Canvas { public Canvas() { } }
        public struct Point { public int X; public ref int At() => throw new Exception(); public ref readonly int Of() => throw new Exception(); }
        public struct Pixel { }
        public enum Color : byte { Red }
        public interface ISource<out T> { T Get(); }
        public class Pair<T, U> { public Pair() { } }
        public class Box<T> where T : class { public Box() { } public void Put<V>(V value) where V : Square { } }
        public class Row { [SetsRequiredMembers] public Row() { } public Row(int size) { } public required string Name { get; set; } }
        public class Names : List<string> { public Names() { } }
        public static class All { public static void Each<T>(T all) where T : allows ref struct { } public static int One() => 1; }
        public class Round : IShape { public int Area => 1; public void Dispose() { } public object Clone() => this; public void Move() { } }
        public class Disk : Round, IDisposable { }
        public class Other { public object Clone() => this; }

        """;

    // As the file of the record gives it back.
    private static readonly Lazy<IReadOnlyList<RecordItem>> Before = new(() =>
        RecordFile.Read(
            RecordFile.Write(Read(Library).Items).Split('\n'),
            (line, rule) => Assert.Fail($"{line}: {rule}")
        )
    );

    public static TheoryData<string, string, string> Breaks =>
        new()
        {
            // What a type is and converts to.
            {
                "class Disk : Round, IDisposable { }",
                "class Disk : IDisposable { public int Area => 1; public void Dispose() { } }",
                "'Disk converts to Round'" + Lost + "type instead"
            },
            {
                "Shape, INamed, IDisposable",
                "Shape, IDisposable",
                "'Square converts to INamed'" + Lost + "type instead"
            },
            {
                "Shape, INamed, IDisposable",
                "Shape, INamed",
                "'Square converts to System.IDisposable'" + Lost + "type instead"
            },
            {
                "interface INamed : IShape",
                "interface INamed",
                "'INamed converts to IShape'" + Lost + "type instead"
            },
            {
                "class Names : List<string>",
                "class Names : List<object>",
                "'Names converts to System.Collections.Generic.List<string>'"
                    + Lost
                    + "type instead"
            },
            {
                "enum Color : byte",
                "enum Color : short",
                "'Color is an enum of byte'" + Lost + "type instead"
            },
            {
                "enum Color : byte",
                "enum Color",
                "'Color is an enum of byte'" + Lost + "type instead"
            },
            {
                "struct Pixel { }",
                "class Pixel { }",
                "'Pixel is a struct'" + Lost + "type instead"
            },
            {
                "ISource<out T>",
                "ISource<T>",
                "'ISource<T> is covariant in T'" + Lost + "type instead"
            },
            // What it asks.
            {
                "class Canvas",
                "abstract class Canvas",
                "'Canvas can't be created'" + NotSo + "uses it: add a new type instead"
            },
            {
                "class Canvas",
                "sealed class Canvas",
                "'Canvas can't be derived from'"
                    + NotSo
                    + "derives from it or implements it: add a new type instead"
            },
            {
                "class Pair<T, U>",
                "sealed class Pair<T, U>",
                "'Pair<T, U> can't be derived from'"
                    + NotSo
                    + "derives from it or implements it: add a new type instead"
            },
            {
                "interface ISource<out T> {",
                "interface ISource<out T> { static int Count() => 1; void Move();",
                "'ISource<T> must implement ISource<T>.Move() -> void'"
                    + NotSo
                    + "derives from it or implements it: add a new type instead"
            },
            {
                "abstract class Drawing {",
                "abstract class Drawing { internal abstract void Hide();",
                "'Drawing must implement abstract Drawing.Hide() -> void'"
                    + NotSo
                    + "derives from it or implements it: add a new type instead"
            },
            {
                "public int Sides",
                "public required int Sides",
                "'Shape must set Sides'" + NotSo + "uses it: add a new type instead"
            },
            {
                "public void Show()",
                "protected void Show()",
                "'Shape.Show() -> void can be used by derived types only'"
                    + NotSo
                    + "uses it: add a new member instead"
            },
            {
                "Sides { get; set; }",
                "Sides { get; protected set; }",
                "'Shape.Sides.set -> void can be used by derived types only'"
                    + NotSo
                    + "uses it: add a new member instead"
            },
            {
                "struct Pixel",
                "ref struct Pixel",
                "'Pixel must stay on the stack'" + NotSo + "uses it: add a new type instead"
            },
            {
                "class Pair<T, U>",
                "class Pair<T, U> where U : IShape",
                "'Pair<T, U> must have U : IShape'" + NotSo + "uses it: add a new type instead"
            },
            {
                "where T : class",
                "where T : class, new()",
                "'Box<T> must have T : new()'" + NotSo + "uses it: add a new type instead"
            },
            {
                "where V : Square",
                "where V : Square, new()",
                "'Box<T>.Put<V>(V! value) -> void must have V : new()'"
                    + NotSo
                    + "uses it: add a new member instead"
            },
            {
                "where T : allows ref struct",
                "",
                "'static All.Each<T>(T all) -> void takes a ref struct for T'"
                    + Lost
                    + "member instead"
            },
            // References and constructors.
            {
                "public ref int At()",
                "public int At()",
                "'Point.At() -> int returns a reference'" + Lost + "member instead"
            },
            {
                "public ref int At()",
                "public ref readonly int At()",
                "'Point.At() -> int returns a reference to write through'" + Lost + "member instead"
            },
            {
                "static int One() => 1;",
                "static ref int One() => throw new Exception();",
                "'static All.One() -> int must be taken by reference'"
                    + NotSo
                    + "uses it: add a new member instead"
            },
            {
                "[SetsRequiredMembers] public Row() { }",
                "public Row() { }",
                "'Row.Row() -> void sets the required members'" + Lost + "member instead"
            },
        };

    public static TheoryData<string, string> Harmless =>
        new()
        {
            {
                "class Names : List<string>",
                "class Own : List<string> { } public class Names : Own"
            },
            { "abstract class Drawing", "class Drawing" },
            { "class Other", "class Other : ICloneable" },
            {
                "Round, IDisposable { }",
                "Round, IOther { } public interface IOther : IDisposable, ICloneable { }"
            },
            { "where T : class", "" },
            { "where V : Square", "where V : Shape" },
            { "where V : Square", "where V : class" },
            { "public required string", "public string" },
            { "interface IShape {", "interface IShape { void Move() { } " },
            {
                "abstract class Drawing {",
                "abstract class Drawing { public virtual void Hide() { }"
            },
            { "protected internal void Draw()", "public void Draw()" },
            {
                "static void Each<T>",
                "static void Some<T>() where T : new() { } public static void Each<T>"
            },
            { "public ref readonly int Of()", "public ref int Of()" },
        };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_hidden_break_is_found(string old, string @new, string finding)
    {
        var breaches = Change(old, @new);

        Assert.Contains(finding, breaches.Where(b => b.RuleId == "CMN0006").Select(b => b.Message));
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_breaks_nobody_is_not_found(string old, string @new) =>
        Assert.Empty(Change(old, @new));

    [Fact]
    public void A_hidden_break_for_security_is_recorded_with_its_reason() =>
        Assert.Empty(
            Change(
                "class Canvas",
                "sealed class Canvas",
                new RecordException(
                    RecordException.SecurityRemoval,
                    RecordItem.Limit,
                    "Canvas can't be derived from",
                    new ReleaseNumber(1, 1),
                    "derived types got at the keys"
                )
            )
        );

    private static IReadOnlyList<PolicyBreach> Change(
        string old,
        string @new,
        params RecordException[] exceptions
    )
    {
        Assert.Contains(old, Library, StringComparison.Ordinal);
        var after = Read(Library.Replace(old, @new, StringComparison.Ordinal));
        var record = new ReleaseRecord([(new(1, 0), Before.Value)], exceptions);
        return [.. CoverageOfRelease.Breaches(after, new LifecyclePolicy(record, new(1, 1)))];
    }

    private static ShippedPackage Read(string source)
    {
        var image = MetadataReference.CreateFromImage(TestRepository.Compile(source));
        var compilation = CSharpCompilation.Create(
            "Reader",
            references: TestRepository.Platform.Append(image)
        );
        return Surface.Read(
            "Lib",
            "1.1.0",
            (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(image)!
        );
    }
}
