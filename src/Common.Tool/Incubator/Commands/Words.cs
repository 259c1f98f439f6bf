using Common.Tool.Incubator.Copies;

namespace Common.Tool.Incubator.Commands;

/// <summary>The words of the output, which are part of its schema.</summary>
internal static class Words
{
    /// <summary>Names the status of a file.</summary>
    public static string Of(FileStatus status) =>
        status switch
        {
            FileStatus.Unchanged => "unchanged",
            FileStatus.Reformatted => "reformatted",
            FileStatus.Accepted => "accepted",
            FileStatus.Edited => "edited",
            FileStatus.Moved => "moved",
            FileStatus.Missing => "missing",
            _ => "unlisted",
        };
}
