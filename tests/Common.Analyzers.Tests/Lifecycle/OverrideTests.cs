using Common.Analyzers.Lifecycle.Consumer;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Overrides and explicit implementations are uses of what they stand for, deprecated or removed.</summary>
public sealed class OverrideTests
{
    private const string Deprecating = """
        using Common.Abstractions;

        namespace Lib;

        public class Base
        {
            [Deprecated("1.1", "New()")] public virtual void Old() { }
            [Deprecated("1.1", "New()")] public virtual int Size { get; set; }
            public virtual void New() { }
        }

        public class Middle : Base { public override void Old() { } }

        public interface IPart
        {
            [Deprecated("1.1", Reason = "nobody asks")] void Ask();
        }
        """;

    private const string Removed = """
        # release record, schema 1
        api	deprecated	Lib.IPart.Ask() -> void	since=1.1	reason=nobody asks
        api	deprecated	virtual Lib.Base.Old() -> void	since=1.1	use=New()
        api	deprecated	virtual Lib.Base.Size.get -> int	since=1.1	use=New()
        """;

    private const string Removing =
        "namespace Lib { public class Base { public virtual void New() { } public virtual void Other() { } } public interface IPart { } }";

    [Fact]
    public Task What_overrides_something_deprecated_is_reported() =>
        RoslynTest
            .Analyzer<DeprecatedUseAnalyzer>()
            .WithReference(Library.Compile(Deprecating, "1.1.0.0"))
            .WithSource(
                """
                class A : Lib.Middle, Lib.IPart
                {
                    public override void [|Old|]() { }
                    public override int [|Size|] { get; set; }
                    public override void New() { }
                    void Lib.IPart.[|Ask|]() { }
                }

                class B
                {
                    public virtual void Old() { }
                    public int Size { get; set; }
                }

                class C : B
                {
                    public override void Old() { }
                }

                [System.Obsolete("It goes too.")]
                class D : Lib.Base
                {
                    public override void Old() { }
                }
                """
            )
            .ReportsAsync();

    [Fact]
    public Task What_overrides_something_removed_is_reported() =>
        Gone(RoslynTest.Analyzer<RemovedUseAnalyzer>()).ReportsAsync();

    [Fact]
    public Task The_build_says_so_before_analyzers_run() =>
        Gone(RoslynTest.Generator<RemovedUseGenerator>()).ReportsAsync();

    private static RoslynTest Gone(RoslynTest test) =>
        test.WithRules("CMN1004")
            .WithReference(Library.Compile(Removing, "3.0.0.0"))
            .WithAdditionalFile("Lib.deprecated.txt", Removed)
            .WithSource(
                """
                class A : Lib.Base, Lib.IPart
                {
                    public override void [|Old|]() { }
                    public override int [|Size|] => 1;
                    public override void New() { }
                    void Lib.IPart.[|Ask|]() { }
                }

                class B
                {
                    public virtual void Size() { }
                }

                class C : B
                {
                    public override void Old() { }
                    public override void Size() { }
                }

                class D : Lib.Base
                {
                    public override void Old(int other) { }
                }
                """
            )
            .WithCompilerErrors("CS0115", "CS0539");
}
