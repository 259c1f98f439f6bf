namespace Common.Exceptions.Internal.Resilience;

/// <summary>
/// Bounds what retries add to the load of a dependency. Each call pays in a part of a retry; each retry takes a whole one out. A
/// reserve, which time refills, lets a service with few calls retry at all.
/// </summary>
internal sealed class RetryBudget
{
    private const long One = 1_000_000;

    private static readonly TimeSpan RefillPeriod = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly long _deposit;
    private readonly long _most;
    private long _balance;
    private long _refilled;

    public RetryBudget(double ratio, int reserve, TimeProvider time)
    {
        _time = time;
        _deposit = (long)(ratio * One);
        _most = Math.Max(reserve, 1) * One;
        _balance = reserve * One;
        _refilled = time.GetTimestamp();
        IsReserved = reserve > 0;
    }

    private bool IsReserved { get; }

    /// <summary>Pays in for one call.</summary>
    public void Deposit()
    {
        // A full budget, which is the state of a healthy dependency, costs one read.
        if (_deposit > 0 && Volatile.Read(ref _balance) < _most)
        {
            Add(_deposit);
        }
    }

    /// <summary>Takes out one retry, if the budget has one.</summary>
    public bool TryWithdraw()
    {
        Refill();
        while (true)
        {
            var balance = Volatile.Read(ref _balance);
            if (balance < One)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _balance, balance - One, balance) == balance)
            {
                return true;
            }
        }
    }

    private void Refill()
    {
        if (!IsReserved)
        {
            return;
        }

        var last = Volatile.Read(ref _refilled);
        var periods = (long)(_time.GetElapsedTime(last) / RefillPeriod);
        var next = last + (long)(periods * RefillPeriod.TotalSeconds * _time.TimestampFrequency);
        if (periods > 0 && Interlocked.CompareExchange(ref _refilled, next, last) == last)
        {
            Add(Math.Min(periods * One, _most));
        }
    }

    private void Add(long amount)
    {
        while (true)
        {
            var balance = Volatile.Read(ref _balance);
            var sum = Math.Min(balance + amount, _most);
            if (Interlocked.CompareExchange(ref _balance, sum, balance) == balance)
            {
                return;
            }
        }
    }
}
