namespace Common.Analyzers.Lifecycle.Record;

/// <summary>Deprecate in N, support in N+1, remove in N+2: compares what a release is about to ship with what was shipped.</summary>
/// <remarks>The removal release is computed from the record of what releases shipped, never from what an attribute says.</remarks>
internal sealed class LifecyclePolicy(ReleaseRecord record, Release current)
{
    /// <summary>Looks at what was shipped and is gone.</summary>
    /// <param name="isThere">Whether the coming release has an item.</param>
    public IEnumerable<PolicyBreach> CheckRemovals(Func<RecordItem, bool> isThere)
    {
        if (record.IsEmpty)
        {
            yield break;
        }

        foreach (var item in record.LatestItems.Where(i => IsPromised(i) && !isThere(i)))
        {
            if (
                !record.HasException(RecordException.SecurityRemoval, item.Key, current)
                && WhyTooEarly(item) is { } why
            )
            {
                yield return new PolicyBreach(
                    RuleIds.RemovedTooEarly,
                    item,
                    $"'{item}' was shipped in {record.Latest} and is gone: {why}"
                );
            }
        }
    }

    /// <summary>Looks at something that the coming release has.</summary>
    public IEnumerable<PolicyBreach> CheckItem(RecordItem item)
    {
        var shipped = record.DeprecatedIn(item.Key);
        var isRevoked = record.HasException(RecordException.Revoked, item.Key, current);
        // What is left of a module that has graduated tells those with a copy where to go.
        var mayGo = shipped is not null && !isRevoked && item.Surface != RecordItem.Module;
        if (mayGo && shipped!.Removal.IsNotAfter(current))
        {
            yield return new PolicyBreach(
                RuleIds.RemovalOverdue,
                item,
                $"'{item}' was shipped deprecated in {shipped} and its time is up: remove it in {current}"
            );
            yield break;
        }

        if (item.Deprecation is { } deprecation)
        {
            if (WhyWrongSince(deprecation.Since, shipped) is { } why)
            {
                yield return new PolicyBreach(RuleIds.WrongSince, item, $"'{item}': {why}");
            }
        }
        else if (shipped is not null && !isRevoked)
        {
            yield return new PolicyBreach(
                RuleIds.WrongSince,
                item,
                $"'{item}' was shipped deprecated in {shipped} and says so no more; a deprecation that is taken back needs a 'revoked' line in {RecordException.FileName}"
            );
        }
    }

    /// <summary>Looks at what the coming release newly asks of those who derive from a type or implement it.</summary>
    public IEnumerable<PolicyBreach> CheckLimits(IEnumerable<RecordItem> items)
    {
        foreach (var item in items.Where(i => i.Surface == RecordItem.Limit))
        {
            var type = item.Name.Split(' ')[0];
            if (
                record.InLatest((RecordItem.Api, type)) is not null
                && record.InLatest(item.Key) is null
                && !record.HasException(RecordException.SecurityRemoval, item.Key, current)
            )
            {
                yield return new PolicyBreach(
                    RuleIds.RemovedTooEarly,
                    item,
                    $"'{item}' was not so in {record.Latest}, and breaks who derives from it or implements it: add a new type instead"
                );
            }
        }
    }

    // A limit that falls is no loss, and an incubating module promises nothing yet.
    private static bool IsPromised(RecordItem item) =>
        item.Surface != RecordItem.Limit
        && (item.Surface != RecordItem.Module || item.Deprecation is not null);

    private string? WhyTooEarly(RecordItem item)
    {
        if (record.DeprecatedIn(item.Key) is not { } deprecated)
        {
            return $"deprecate it first; shipped deprecated in {current}, it may be removed in {current.Removal}";
        }

        if (record.Latest.Major == current.Major)
        {
            return $"a minor release removes nothing; it may be removed in {deprecated.Removal}";
        }

        if (!deprecated.Removal.IsNotAfter(current))
        {
            return $"it was shipped deprecated in {deprecated}, so that it may be removed in {deprecated.Removal}";
        }

        return record.WasDeprecatedIn(deprecated.Major + 1, item.Key)
            ? null
            : $"no release {deprecated.Major + 1}.x shipped it deprecated, which the policy promises";
    }

    private string? WhyWrongSince(string since, Release? shipped)
    {
        if (Release.TryParse(since) is not { } stated)
        {
            return $"'{since}' is not a release; write major.minor, such as {current}";
        }

        if (shipped is not null)
        {
            return stated == shipped
                ? null
                : $"the first release that shipped it deprecated is {shipped}; since can't say {since}";
        }

        if (stated == current)
        {
            return null;
        }

        return !record.IsEmpty && stated.IsNotAfter(record.Latest)
            ? $"a deprecation can't be back-dated: {since} is out and did not ship it deprecated; write {current}"
            : $"the release that will first ship it deprecated is {current}; since can't say {since}";
    }
}
