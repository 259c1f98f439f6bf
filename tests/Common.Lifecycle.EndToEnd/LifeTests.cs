namespace Common.Lifecycle.EndToEnd;

/// <summary>A consumer on each release of a small library: what its build says, and how it is migrated.</summary>
public sealed class LifeTests(Life life)
{
    [Fact]
    public async Task N_tells_what_is_deprecated_and_breaks_no_build_that_treats_warnings_as_errors()
    {
        var consumer = await life.ConsumerAsync("1.1.0");

        var strict = await consumer.BuildAsync(
            "-property:CommonDeprecationsAsErrors=true",
            "-property:TreatWarningsAsErrors=false"
        );
        var build = await consumer.BuildAsync();

        Assert.NotEqual(0, strict.Result.ExitCode);
        strict.MustReport([
            .. Uses("ACMED{0}: error"),
            .. Uses("CMN1001: note"),
            "appsettings.json(1): CMN2012: warning",
        ]);
        build.Result.MustSucceed();
        build.MustReport([
            .. Uses("ACMED{0}: warning"),
            .. Uses("CMN1001: note"),
            "appsettings.json(1): CMN2012: warning",
        ]);
        build.MustSay(
            "CMN1001 'OrderText.Write(long)' is deprecated since 1.1 and is removed in 3.0: use 'Format(id, '-')'",
            "ACMED002 'OrderNote' is obsolete: 'Use OrderMemo. Deprecated in 1.1, removed in 3.0.'",
            "CMN2012 'Orders:Size' is deprecated since 1.1; use 'Orders:Count'"
        );
    }

    [Fact]
    public async Task N_with_a_target_release_tells_what_that_takes_away()
    {
        var consumer = await life.ConsumerAsync("1.1.0");

        var build = await consumer.BuildAsync(
            "-property:CommonTargetRelease=3.0",
            "-property:NoWarn=ACMED001%3BACMED002%3BACMED003%3BACMED004%3BACMED005"
        );

        build.Result.MustSucceed();
        build.MustReport([.. Uses("CMN1003: warning"), "appsettings.json(1): CMN2012: warning"]);
        build.MustSay(
            "CMN1003 'OrderText.Write(long)', deprecated since 1.1, is removed in 3.0, and the project targets 3.0: use 'Format(id, '-')'"
        );
    }

    [Fact]
    public async Task N_plus_1_says_that_it_is_the_last_release()
    {
        var consumer = await life.ConsumerAsync("2.0.0");

        var build = await consumer.BuildAsync();

        build.Result.MustSucceed();
        build.MustReport([
            .. Uses("ACMED{0}: warning"),
            .. Uses("CMN1002: warning"),
            "appsettings.json(1): CMN2012: warning",
        ]);
        build.MustSay(
            "CMN1002 This is the last release that has 'OrderNote', which is deprecated since 1.1 and is removed in 3.0: use 'OrderMemo'"
        );
    }

    [Fact]
    public async Task N_plus_2_names_what_is_gone_and_the_fix_migrates()
    {
        var consumer = await life.ConsumerAsync("3.0.0");

        // The compiler ends at declarations; the rest it tells when those are right.
        var declarations = await consumer.BuildAsync();
        var bodies = await consumer.BuildAsync("-property:WithoutNotes=true");
        await consumer.FormatAsync("CMN1004");
        consumer[ConsumerSource.Settings] = consumer[ConsumerSource.Settings]
            .Replace("Size", "Count", StringComparison.Ordinal);
        var migrated = await consumer.BuildAsync();

        declarations.MustReport([
            "Notes.cs(7): CMN1004: error",
            "Notes.cs(7): CS0246: error",
            "Notes.cs(9): CMN1004: error",
            "Notes.cs(9): CS0246: error",
        ]);
        declarations.MustSay(
            "CMN1004 'Acme.Orders.OrderNote' was removed from Acme.Orders in 3.0, deprecated since 1.1: use 'OrderMemo'"
        );
        bodies.MustReport([
            "Checkout.cs(10): CMN1004: error",
            "Checkout.cs(10): CS1061: error",
            "Checkout.cs(12): CMN1004: error",
            "Checkout.cs(12): CS0117: error",
            "Checkout.cs(14): CMN1004: error",
            "Checkout.cs(14): CS0117: error",
            "Checkout.cs(8): CMN1004: error",
            "Checkout.cs(8): CS0117: error",
            "appsettings.json(1): CMN2011: warning",
        ]);
        var code = consumer[ConsumerSource.Checkout] + consumer[ConsumerSource.Notes];
        Assert.Contains("OrderText.Format(id, '-')", code, StringComparison.Ordinal);
        Assert.Contains("OrderEvents.OrderDone(logger, id)", code, StringComparison.Ordinal);
        Assert.Contains("OrderErrors.OrderMissing(id)", code, StringComparison.Ordinal);
        Assert.Contains("OrderHeaders.OrderId;", code, StringComparison.Ordinal);
        Assert.Contains("List<OrderMemo>", code, StringComparison.Ordinal);
        migrated.MustBeClean();
    }

    [Fact]
    public async Task An_SDK_that_is_too_old_is_named_with_the_one_to_install()
    {
        var consumer = await life.ConsumerAsync("1.1.0");

        var build = await consumer.BuildAsync(
            "-property:CommonSdkVersion=9.0.203",
            "-property:CommonCompilerVersion=4.13"
        );

        Assert.NotEqual(0, build.Result.ExitCode);
        Assert.Contains(
            "error CMN1007: The analyzers and generators of Common need the .NET SDK 10.0.100 or later, whose compiler is 4.14 or later; this build runs on SDK 9.0.203 with compiler 4.13. Install SDK 10.0.100 or later, and name it in global.json.",
            build.Result.Output,
            StringComparison.Ordinal
        );
    }

    // Every use of the consumer's code; the deprecations are numbered in the order of the library's.
    private static IEnumerable<string> Uses(string what) =>
        new[]
        {
            ("Checkout.cs(10)", "003"),
            ("Checkout.cs(12)", "004"),
            ("Checkout.cs(14)", "005"),
            ("Checkout.cs(8)", "001"),
            ("Notes.cs(11)", "002"),
            ("Notes.cs(7)", "002"),
            ("Notes.cs(9)", "002"),
        }.Select(u => $"{u.Item1}: {what.Replace("{0}", u.Item2, StringComparison.Ordinal)}");
}
