using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>The ways to cheat: each is caught by the build, and by the check of the built package where the build is silenced.</summary>
public sealed class CheatTests(Life life)
{
    // What an author would do who wants to be left in peace.
    private const string Silence =
        "-property:NoWarn=CMN0001%3BCMN0002%3BCMN0006%3BCMN0007%3BCMN0008%3BCMN0009%3BCMN0010%3BCMN0011";

    [Fact]
    public async Task In_N_plus_1_nothing_is_removed_early_postponed_or_back_dated()
    {
        var library = await life.AfterAsync("1.1.0");
        // Remove early.
        library.Edit(
            LibrarySource.Code,
            "public static string Write(long id) => Format(id);",
            "internal static string Write(long id) => Format(id);"
        );
        library[LibrarySource.Unshipped] =
            "#nullable enable\n*REMOVED*static Acme.Orders.OrderText.Write(long id) -> string!\n";
        // Push the date back.
        library.Edit(
            LibrarySource.Code,
            "[Deprecated(\"1.1\", \"OrderMemo\")]",
            "[Deprecated(\"2.0\", \"OrderMemo\")]"
        );
        // Back-date a new deprecation, so that it may go with the old ones.
        library.Edit(
            LibrarySource.Code,
            "    [LogEvent(2002,",
            $"    {LibrarySource.Attributes("1.1", "OrderCompleted(logger, orderId)", "ACMED006")}\n    [LogEvent(2002,"
        );
        // Drop the entry of the changelog.
        library.Edit(LibrarySource.Changelog, "`OrderHeaders.Order`, the header", "the header");

        var build = await library.BuildAsync();
        var silenced = await library.PackAsync(Silence);
        var check = await library.CheckAsync();

        Assert.NotEqual(0, build.Result.ExitCode);
        build.MustSay(
            "CMN0006 'static Acme.Orders.OrderText.Write(long id) -> string!' was shipped in 1.1 and is gone: it was shipped deprecated in 1.1, so that it may be removed in 3.0",
            "CMN0008 'Acme.Orders.OrderNote': the first release that shipped it deprecated is 1.1; since can't say 2.0",
            "CMN0008 'static Acme.Orders.OrderEvents.OrderDone(this Microsoft.Extensions.Logging.ILogger! logger, long orderId) -> void': a deprecation can't be back-dated: 1.1 is out and did not ship it deprecated; write 2.0",
            "CMN0010 'OrderHeaders.Order' is deprecated, but no entry under 'Deprecated' in CHANGELOG.md names it in backquotes"
        );
        silenced.MustBeClean();
        MustFind(
            check,
            "Acme.Orders: CMN0006 'static Acme.Orders.OrderText.Write(long id) -> string!' was shipped in 1.1 and is gone: it was shipped deprecated in 1.1, so that it may be removed in 3.0",
            "Acme.Orders: CMN0008 'Acme.Orders.OrderNote': the first release that shipped it deprecated is 1.1; since can't say 2.0",
            "Acme.Orders: CMN0008 'static Acme.Orders.OrderEvents.OrderDone(this Microsoft.Extensions.Logging.ILogger! logger, long orderId) -> void': a deprecation can't be back-dated: 1.1 is out and did not ship it deprecated; write 2.0",
            "Acme.Orders: CMN0010 'OrderHeaders.Order' is deprecated, but no entry under 'Deprecated' in CHANGELOG.md names it in backquotes"
        );
    }

    [Fact]
    public async Task In_N_plus_2_nothing_due_is_forgotten()
    {
        var library = await life.AfterAsync("2.0.0");

        var build = await library.BuildAsync();
        var silenced = await library.PackAsync(Silence);
        var check = await library.CheckAsync();

        Assert.NotEqual(0, build.Result.ExitCode);
        build.MustSay(
            "CMN0007 'Acme.Orders.OrderNote' was shipped deprecated in 1.1 and its time is up: remove it in 3.0",
            "CMN0007 'static Acme.Orders.OrderText.Write(long id) -> string!' was shipped deprecated in 1.1 and its time is up: remove it in 3.0"
        );
        silenced.MustBeClean();
        MustFind(
            check,
            "Acme.Orders: CMN0007 'static Acme.Orders.OrderText.Write(long id) -> string!' was shipped deprecated in 1.1 and its time is up: remove it in 3.0",
            "Acme.Orders: CMN0007 'config Orders:Size' was shipped deprecated in 1.1 and its time is up: remove it in 3.0",
            "Acme.Orders: CMN0007 'event order.completed' was shipped deprecated in 1.1 and its time is up: remove it in 3.0",
            "Acme.Orders: CMN0007 'error order.unknown' was shipped deprecated in 1.1 and its time is up: remove it in 3.0",
            "Acme.Orders: CMN0007 'header X-Order' was shipped deprecated in 1.1 and its time is up: remove it in 3.0"
        );
    }

    [Fact]
    public async Task In_a_minor_release_no_signature_changes()
    {
        var library = await life.AfterAsync("1.0.0");
        const string old =
            "static Acme.Orders.OrderText.Format(long id, char separator = '-') -> string!";
        library.Edit(
            LibrarySource.Code,
            "char separator = '-')",
            "char separator = '-', bool upper = false)"
        );
        library[LibrarySource.Unshipped] =
            $"#nullable enable\n*REMOVED*{old}\nstatic Acme.Orders.OrderText.Format(long id, char separator = '-', bool upper = false) -> string!\n";
        await library.RestoreAsync();

        var build = await library.BuildAsync();
        var silenced = await library.PackAsync(Silence);

        Assert.NotEqual(0, build.Result.ExitCode);
        build.MustSay(
            $"CMN0006 '{old}' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
        );
        // The SDK has the same opinion of the silenced package.
        Assert.NotEqual(0, silenced.Result.ExitCode);
        Assert.Contains("CP0002", silenced.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_release_recorded_is_not_edited()
    {
        var library = await life.AfterAsync("1.1.0");
        library.Edit(
            "releases/1.1.0/Acme.Orders.txt",
            "since=1.1\tuse=OrderMemo",
            "since=1.0\tuse=OrderMemo"
        );
        library.Edit(
            "releases/deprecated.Acme.Orders.txt",
            "api\tdeprecated\tAcme.Orders.OrderNote\t",
            "api\tdeprecated\tAcme.Orders.Note\t"
        );
        await library.CommitAsync();

        MustFind(
            await library.CheckAsync(),
            "releases/1.1.0/Acme.Orders.txt: CMN0012 a released record was edited after its release; take it back from the commit that added it",
            "releases/deprecated.Acme.Orders.txt: CMN0012 'Acme.Orders.OrderNote' was shipped deprecated, and the list does not have it; take the file back from the release"
        );
    }

    private static void MustFind(CommandResult check, params string[] findings)
    {
        Assert.Equal(1, check.ExitCode);
        var lines = check.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Empty(findings.Except(lines));
    }
}
