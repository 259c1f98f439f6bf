using Common.Config.Binding;

namespace Common.Config;

/// <summary>Takes what the rules between the options of one section find wrong.</summary>
/// <remarks>A section implements <c>partial void Check(ConfigCheck check)</c> and calls <see cref="Fail"/>. Used by one thread.</remarks>
public sealed class ConfigCheck
{
    private readonly BindContext _context;
    private readonly ConfigReader _reader;
    private readonly ConfigSection _section;

    internal ConfigCheck(BindContext context, ConfigReader reader, ConfigSection section)
    {
        _context = context;
        _reader = reader;
        _section = section;
    }

    /// <summary>Reports that an option breaks a rule.</summary>
    /// <param name="option">The name of the property.</param>
    /// <param name="rule">What holds instead, as the end of a sentence without a full stop: <c>it must not exceed MaxSize</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="option"/> is no option of the section, or a text is empty.</exception>
    public void Fail(string option, string rule)
    {
        ArgumentException.ThrowIfNullOrEmpty(option);
        ArgumentException.ThrowIfNullOrEmpty(rule);
        _reader.Fail(_context, _section, option, rule);
    }
}
