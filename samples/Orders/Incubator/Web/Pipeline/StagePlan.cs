#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;

namespace Orders.Incubator.Web;

/// <summary>The stages in the order in which requests go through them, and what is wrong with that order.</summary>
internal sealed class StagePlan
{
    private readonly List<WebStage> _declared;
    private readonly List<string> _faults = [];

    /// <summary>Makes the plan.</summary>
    /// <param name="declared">The stages that the code declares.</param>
    /// <param name="wanted">The names that the configuration lists; none for the order of the code.</param>
    public StagePlan(IEnumerable<WebStage> declared, IReadOnlyList<string> wanted)
    {
        _declared = [.. declared.DistinctBy(stage => stage.Name, StringComparer.Ordinal)];
        foreach (var twin in Twins(declared.Select(stage => stage.Name)))
        {
            _faults.Add($"the code has two stages '{twin}'");
        }

        Stages = wanted.Count == 0 ? Sort([.. _declared.Where(stage => stage.IsOn)]) : Take(wanted);
        foreach (var required in _declared.Where(s => s.IsRequired && !Stages.Contains(s)))
        {
            _faults.Add(
                $"the stage '{required.Name}' is left out, and no service can do without it"
            );
        }
    }

    /// <summary>The stages, the outermost first.</summary>
    public IReadOnlyList<WebStage> Stages { get; }

    /// <summary>What is wrong, each as a sentence without its full stop.</summary>
    public IReadOnlyList<string> Faults => _faults;

    private static IEnumerable<string> Twins(IEnumerable<string> names) =>
        names
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key);

    private static bool MustPrecede(WebStage first, WebStage second) =>
        first.Before.Contains(second.Name, StringComparer.Ordinal)
        || second.After.Contains(first.Name, StringComparer.Ordinal);

    private List<WebStage> Take(IReadOnlyList<string> wanted)
    {
        foreach (var twin in Twins(wanted))
        {
            _faults.Add($"the stage '{twin}' is named twice");
        }

        var taken = new List<WebStage>();
        foreach (var name in wanted.Distinct(StringComparer.Ordinal))
        {
            if (_declared.FirstOrDefault(stage => stage.Name == name) is { } stage)
            {
                taken.Add(stage);
            }
            else
            {
                _faults.Add(
                    $"{Shown(name)} is none of the stages {string.Join(", ", _declared.Select(s => s.Name))}"
                );
            }
        }

        for (var i = 0; i < taken.Count; i++)
        {
            foreach (var later in taken.Skip(i + 1).Where(later => MustPrecede(later, taken[i])))
            {
                _faults.Add(
                    $"'{taken[i].Name}' is named before '{later.Name}', and must come after it"
                );
            }
        }

        return taken;
    }

    // As the code declares them, other than where a stage asks for something else.
    private List<WebStage> Sort(List<WebStage> open)
    {
        var sorted = new List<WebStage>();
        while (open.Count > 0)
        {
            var next = open.Find(stage => !open.Exists(other => MustPrecede(other, stage)));
            if (next is null)
            {
                _faults.Add(
                    $"the code has stages that must come before one another: {string.Join(", ", open.Select(stage => stage.Name))}"
                );
                return sorted;
            }

            open.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }

    private static string Shown(string name) =>
        name.Length <= WebStage.MaxNameLength && name.All(c => c is >= ' ' and <= '~')
            ? $"'{name}'"
            : $"a name of {name.Length} characters";
}
