namespace Common.Config.Tests;

public enum WarmUp
{
    Lazy = 0,
    Eager = 1,
}
