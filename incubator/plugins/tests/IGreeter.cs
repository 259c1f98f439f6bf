namespace Common.Incubator.Plugins.Tests;

/// <summary>The contract of the tests' plugins.</summary>
public interface IGreeter
{
    string Greet(string name);
}
