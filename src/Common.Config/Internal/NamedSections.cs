namespace Common.Config.Internal;

/// <summary>The sections of one class by their names.</summary>
internal sealed class NamedSections(string path, Dictionary<string, object> sections)
{
    public IReadOnlyCollection<string> Names => sections.Keys;

    public Dictionary<string, object> ByName => sections;

    public object Get(string name) =>
        sections.TryGetValue(name, out var options)
            ? options
            : throw new InvalidOperationException(
                sections.Count == 0
                    ? $"There is no section {path}:{name}, nor any other below {path}."
                    : $"There is no section {path}:{name}; there is {string.Join(", ", sections.Keys.Order(StringComparer.Ordinal))}."
            );
}
