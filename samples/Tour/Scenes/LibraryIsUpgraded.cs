using Tour.Output;
using Tour.Stage;
using Tour.Upgrade;

namespace Tour.Scenes;

/// <summary>A consumer on a library that deprecates in N, supports in N+1 and removes in N+2; the compiler says it, and the code fix migrates.</summary>
internal sealed class LibraryIsUpgraded : Scene
{
    public override string Title => "a library removes what it deprecated two releases ago";

    public override string Notice =>
        "nothing broke before 3.0, each release said it louder, and what is gone is still known by name; the fix wrote each replacement.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        using var first = await BuildAsync(
            new(1, 1),
            ["ACMED001", "CMN1001", "ACMED002", "CMN1001"],
            0
        );
        using var second = await BuildAsync(
            new(2, 0),
            ["ACMED001", "CMN1002", "ACMED002", "CMN1002"],
            0
        );
        using var last = await BuildAsync(new(3, 0), ["CS0117", "CMN1004", "CS0117", "CMN1004"], 4);

        var before = (await last.SourceAsync(cancellationToken)).Split('\n');
        await last.FixAsync(cancellationToken);
        var after = (await last.SourceAsync(cancellationToken)).Split('\n');
        screen.Line("  $ dotnet format analyzers --diagnostics CMN1004");
        foreach (var (old, now) in before.Zip(after).Where(l => l.First != l.Second))
        {
            screen.Line("    -" + old);
            screen.Line("    +" + now);
        }

        expect.That(
            after.Any(l => l.Contains("OrderText.Format(id, '-')", StringComparison.Ordinal)),
            "the method is not replaced"
        );
        expect.That(
            after.Any(l => l.Contains("OrderHeaders.OrderId;", StringComparison.Ordinal)),
            "the header is not replaced"
        );
        expect.Equal(
            "what the build says after the fix",
            "",
            string.Join('\n', await last.BuildAsync(cancellationToken))
        );

        async Task<ConsumerProject> BuildAsync(Version release, string[] ids, int errors)
        {
            var project = new ConsumerProject(release);
            var said = await project.BuildAsync(cancellationToken);
            screen.Line($"  $ dotnet build    # {LibraryReleases.Name} {release}");
            foreach (var line in said)
            {
                screen.Line("    " + line);
            }

            expect.Equal(
                $"what the build on {release} says",
                string.Join(' ', ids),
                string.Join(' ', said.Select(l => l.Split(' ')[2].TrimEnd(':')))
            );
            expect.Equal(
                $"the number of errors on {release}",
                errors,
                said.Count(l => l.Contains(": error ", StringComparison.Ordinal))
            );
            return project;
        }
    }
}
