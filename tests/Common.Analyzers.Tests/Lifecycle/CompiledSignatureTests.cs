using Common.Analyzers.Lifecycle.Consumer;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1005: what the runtime would bind, by the whole signature.</summary>
public sealed class CompiledSignatureTests
{
    private const string Everything = """
        using System;
        using System.Collections.Generic;
        namespace Lib;
        public class Box<T>
        {
            public class Inner<U>
            {
                public Dictionary<T, U[]> M<V>(T t, U u, V v, List<KeyValuePair<T, V>> all) where V : struct => null;
                public T Field;
            }

            public T this[int i, string s] { get => default; set { } }
            public event Action<T> Changed { add { } remove { } }
            public static implicit operator T(Box<T> box) => default;
        }
        public unsafe class Odd
        {
            public (int A, string B, (long, (int, int, int, int, int, int, int, int)) C) Tuple((int, object) t) => default;
            public dynamic Dynamic(dynamic d, List<dynamic> l) => d;
            public nint Native(nuint n, void* p, int** q, delegate*<int, void> f) => 0;
            public int[,][] Arrays(int[][,] a, params string[] s) => null;
            public ref readonly int Refs(ref int a, out string b, in DateTime c) { b = ""; return ref a; }
            public virtual void In(in int i) { }
            public volatile int Volatile;
            public int Init { get; init; }
            public int? Maybe(int? i, bool b, byte c, char d, double e, float f, decimal g, short h, sbyte j, uint k, ulong l, ushort m) => i;
            public TEnum Generic<TEnum>(TEnum[] e) where TEnum : unmanaged, Enum => default;
        }
        public delegate T Make<in TFrom, out T>(TFrom from);
        public interface IShape { int Area { get; } static abstract IShape Zero(); }
        """;

    private const string UseOfEverything = """
        using System;
        public static unsafe class Team
        {
            public static object A(Lib.Box<int> b, Lib.Box<int>.Inner<string> i) { b.Changed += _ => { }; b[1, "a"] = b[2, "b"]; i.Field = b; return i.M(1, "", DateTime.Now, null); }
            public static object B(Lib.Odd o) { int a = 1; o.Refs(ref a, out _, DateTime.Now); o.In(1); o.Volatile = o.Volatile; _ = new Lib.Odd { Init = 1 }.Init; o.Native(1, null, null, null); o.Arrays(null, ""); o.Dynamic(1, null); o.Maybe(1, true, 1, 'a', 1, 1, 1, 1, 1, 1, 1, 1); o.Generic(new[] { DayOfWeek.Friday }); return o.Tuple((1, "")).C; }
            public static object C(Lib.Make<string, int> m, Lib.IShape s) => (new Lib.Make<int, string>(x => ""), m.Invoke(""), s.Area);
            public static Lib.IShape D<T>() where T : Lib.IShape => T.Zero();
        }
        """;

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<CompiledUseAnalyzer>()
        .WithAdditionalFile("Lib.deprecated.txt", "# release record, schema 1\n")
        .WithSource("class C { }");

    /// <summary>Members of a class of 1.0, a use of them, what 3.0 has instead, and what the use misses; nothing, where it still binds.</summary>
    public static TheoryData<string, string, string, string?> Changes =>
        new()
        {
            {
                "public static void M(int i) { }",
                "Lib.C.M(1)",
                "public static void M(long i) { }",
                "Lib.C.M(int)"
            },
            {
                "public static void M(int i) { }",
                "Lib.C.M(1)",
                "public static void M(int i, bool all = false) { }",
                "Lib.C.M(int)"
            },
            {
                "public static int M() => 1;",
                "Lib.C.M()",
                "public static long M() => 1;",
                "Lib.C.M()"
            },
            { "public static int M() => 1;", "Lib.C.M()", "public int M() => 1;", "Lib.C.M()" },
            {
                "public static void M<T>(T t) { }",
                "Lib.C.M(1)",
                "public static void M<T, U>(T t) { }",
                "Lib.C.M(!!0)"
            },
            {
                "public static void M(ref int i) { }",
                "Lib.C.M(ref Team.I)",
                "public static void M(int i) { }",
                "Lib.C.M(int&)"
            },
            {
                "public static void M(ref int i) { }",
                "Lib.C.M(ref Team.I)",
                "public static void M(out int i) => i = 1;",
                null
            },
            {
                "public static void M(int? i, System.Collections.Generic.List<string> l) { }",
                "Lib.C.M(1, null)",
                "public static void M(int? i, System.Collections.Generic.IList<string> l) { }",
                "Lib.C.M(System.Nullable`1<System.Int32>, System.Collections.Generic.List`1<System.String>)"
            },
            {
                "public int P { get; set; }",
                "new Lib.C().P = 1",
                "public int P { get; init; }",
                "Lib.C.P.set"
            },
            { "public int P { get; set; }", "new Lib.C().P = 1", "public int P;", "Lib.C.P.set" },
            { "public static int F;", "Lib.C.F = 1", "public static long F;", "Lib.C.F" },
            {
                "public static void M(int i) { }",
                "Lib.C.M(1)",
                "internal static void M(int i) { }",
                "Lib.C.M(int)"
            },
            {
                "public class N { public static void M() { } }",
                "Lib.C.N.M()",
                "internal class N { public static void M() { } }",
                "Lib.C.N"
            },
            {
                "public class B<T> { public void Add(T t) { } }",
                "new Lib.C.B<int>().Add(1)",
                "public class B<T> { public void Add(object t) { } }",
                "Lib.C.B`1.Add(!0)"
            },
            {
                "public class B { public int P => 1; }",
                "new Lib.C.B().P.ToString()",
                "public class A<T> { public T P => default; } public class B : A<int>;",
                null
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public Task A_change_of_the_signature_is_told(
        string old,
        string use,
        string @new,
        string? missing
    )
    {
        var first = Library.Compile($"namespace Lib; public class C {{ {old} }}", "1.0.0.0");
        var team = Library.Compile(
            $"public static class Team {{ public static int I; public static void Use() {{ {use}; }} }}",
            "1.0.0.0",
            "Team",
            first
        );
        var test = Test.WithReference(team)
            .WithReference(
                Library.Compile($"namespace Lib; public class C {{ {@new} }}", "3.0.0.0")
            );
        return missing is null
            ? test.ReportsAsync()
            : test.ReportsAsync(
                $"Team was built against Lib 1.0 and uses '{missing}', which Lib 3.0 does not have: update Team, or stay with Lib 1.0"
            );
    }

    [Fact]
    public Task What_did_not_change_is_found_again_whatever_it_is_made_of() =>
        Test.WithReference(
                Library.Compile(
                    UseOfEverything,
                    "1.0.0.0",
                    "Team",
                    Library.Compile(Everything, "1.0.0.0")
                )
            )
            .WithReference(Library.Compile(Everything, "3.0.0.0"))
            .ReportsAsync();
}
