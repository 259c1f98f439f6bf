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
                && (item.Surface == RecordItem.Trait ? WhyLost(item, isThere) : WhyGone(item))
                    is { } why
            )
            {
                yield return new PolicyBreach(RuleIds.RemovedTooEarly, item, $"'{item}' {why}");
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
        if (mayGo && IsDue(shipped!, item))
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

    /// <summary>Looks at what the coming release newly asks of those who use what the last one had.</summary>
    public IEnumerable<PolicyBreach> CheckLimits(IEnumerable<RecordItem> items)
    {
        if (record.IsEmpty)
        {
            yield break;
        }

        foreach (var item in items.Where(i => i.Surface == RecordItem.Limit))
        {
            if (
                record.InLatest(item.Key) is null
                && record.OwnerInLatest(item) is { } owner
                && !record.HasException(RecordException.SecurityRemoval, item.Key, current)
            )
            {
                yield return new PolicyBreach(
                    RuleIds.RemovedTooEarly,
                    item,
                    $"'{item}' was not so in {record.Latest}, and breaks who {Whom(item, owner)}: add a new {(owner.Name.Contains(" -> ") ? "member" : "type")} instead"
                );
            }
        }
    }

    private static string Whom(RecordItem limit, RecordItem owner)
    {
        var asked = limit.Name.Substring(owner.Name.Length + 1);
        return
            asked == RecordItem.NotDerived
            || asked.StartsWith(RecordItem.MustImplement, StringComparison.Ordinal)
            ? "derives from it or implements it"
            : "uses it";
    }

    // A limit that falls is no loss, and an incubating module promises nothing yet.
    private static bool IsPromised(RecordItem item) =>
        item.Surface != RecordItem.Limit
        && (item.Surface != RecordItem.Module || item.Deprecation is not null);

    // What belongs to an API goes with it.
    private string? WhyLost(RecordItem trait, Func<RecordItem, bool> isThere) =>
        record.OwnerInLatest(trait) is { } owner && isThere(owner)
            ? $"was so in {record.Latest} and is not so now, which breaks who relies on it: add a new {(owner.Name.Contains(" -> ") ? "member" : "type")} instead"
            : null;

    private string? WhyGone(RecordItem item) =>
        WhyTooEarly(item) is { } why ? $"was shipped in {record.Latest} and is gone: {why}" : null;

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

        return IsDue(deprecated, item)
            ? null
            : $"no release {deprecated.Major + 1}.x shipped it deprecated, which the policy promises";
    }

    // A major release has to lie between, which had it and said so.
    private bool IsDue(Release deprecated, RecordItem item) =>
        deprecated.Removal.IsNotAfter(current)
        && record.WasDeprecatedBetween(deprecated.Major, current.Major, item.Key);

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
