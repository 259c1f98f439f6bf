using Common.Analyzers;

namespace Common.Tool.Deprecations.Uses;

/// <summary>What a stage is called in reports, and the rule of the build that says the same.</summary>
internal static class StageNames
{
    /// <summary>The name in tables, JSON and on the command line.</summary>
    public static string Name(this Stage stage) =>
        stage switch
        {
            Stage.Deprecated => "deprecated",
            Stage.LastRelease => "last-release",
            Stage.GoneInTarget => "gone-in-target",
            _ => "removed",
        };

    /// <summary>The rule.</summary>
    public static string Rule(this Stage stage) =>
        stage switch
        {
            Stage.Deprecated => RuleIds.DeprecatedUse,
            Stage.LastRelease => RuleIds.LastReleaseUse,
            Stage.GoneInTarget => RuleIds.TargetReleaseUse,
            _ => RuleIds.RemovedUse,
        };
}
