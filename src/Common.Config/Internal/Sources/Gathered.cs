using System.Buffers;
using System.Runtime.CompilerServices;

namespace Common.Config.Internal.Sources;

/// <summary>Items of which nobody knows beforehand how many there are, in an array that is lent and given back.</summary>
internal sealed class Gathered<T>(int guess) : IDisposable
{
    private T[] _items = ArrayPool<T>.Shared.Rent(guess);

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(Count * 2);
            _items.CopyTo(larger, 0);
            GiveBack();
            _items = larger;
        }

        _items[Count++] = item;
    }

    public T[] ToArray() => _items[..Count];

    public void Dispose()
    {
        GiveBack();
        (_items, Count) = ([], 0);
    }

    private void GiveBack()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _items.AsSpan(0, Count).Clear(); // they may be secrets
        }

        ArrayPool<T>.Shared.Return(_items);
    }
}
