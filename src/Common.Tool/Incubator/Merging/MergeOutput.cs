using System.Text;

namespace Common.Tool.Incubator.Merging;

/// <summary>Puts the lines of a merge together.</summary>
internal sealed class MergeOutput(string label, Favour favour)
{
    private readonly StringBuilder _text = new();
    private int _conflicts;

    /// <summary>Adds lines that are not in dispute.</summary>
    public void Add(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _text.Append(line).Append('\n');
        }
    }

    /// <summary>Adds lines in dispute; what both sides begin or end with is not.</summary>
    public void AddConflict(string[] ours, string[] theirs)
    {
        _conflicts++;
        if (favour != Favour.Markers)
        {
            Add(favour == Favour.Ours ? ours : theirs);
            return;
        }

        var shortest = Math.Min(ours.Length, theirs.Length);
        var head = 0;
        while (head < shortest && ours[head] == theirs[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shortest - head && ours[^(tail + 1)] == theirs[^(tail + 1)])
        {
            tail++;
        }

        Add(ours.AsSpan(0, head));
        Line(ConflictMarkers.Ours);
        Add(ours.AsSpan(head, ours.Length - head - tail));
        Line(ConflictMarkers.Middle);
        Add(theirs.AsSpan(head, theirs.Length - head - tail));
        Line(ConflictMarkers.Theirs(label));
        Add(ours.AsSpan(ours.Length - tail));
    }

    /// <summary>Gives the outcome.</summary>
    public MergeResult ToResult() => new(_text.ToString(), _conflicts);

    private void Line(string line) => _text.Append(line).Append('\n');
}
