namespace Common.Exceptions.Tests;

/// <summary>An exception whose message cannot be read, as one that formats what is gone.</summary>
internal sealed class MuteException : Exception
{
    public override string Message => throw new ObjectDisposedException("what it speaks of");
}
