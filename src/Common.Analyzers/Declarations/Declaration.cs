namespace Common.Analyzers.Declarations;

/// <summary>What a generator writes for one declared method: the real body, or a placeholder where the declaration has a mistake.</summary>
internal sealed record Declaration<TModel>(TModel? Model, Placeholder? Placeholder)
    where TModel : class;
