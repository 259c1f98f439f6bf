namespace Common.Logging.Tests.Child;

/// <summary>What the work of the host is to do.</summary>
internal sealed record WorkPlan(string Ending, long Count);
