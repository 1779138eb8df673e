namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// A list that one writer extends and changes while readers go on with the version that they were given. It is kept in blocks, so that no
/// array of it is a large object and a change copies one block. A reader never looks beyond the count of its version.
/// </summary>
internal sealed class Growing<T>
{
    internal const int Shift = 10;
    internal const int Mask = BlockSize - 1;
    private const int BlockSize = 1 << Shift;

    // Blocks that were made or copied since the last publication, so no reader has them.
    private readonly HashSet<int> _own = [];
    private T[][] _blocks = [];
    private bool _isSpineOwn;

    public int Count { get; private set; }

    public T this[int index]
    {
        get => _blocks[index >> Shift][index & Mask];
        set
        {
            var block = index >> Shift;
            if (!_isSpineOwn) (_blocks, _isSpineOwn) = ([.. _blocks], true);
            if (_own.Add(block)) _blocks[block] = [.. _blocks[block]];
            _blocks[block][index & Mask] = value;
        }
    }

    /// <summary>Appends a value and returns its index. Readers never look beyond their count, so nothing is copied.</summary>
    public int Add(T value)
    {
        var block = Count >> Shift;
        if (block == _blocks.Length)
        {
            Array.Resize(ref _blocks, Math.Max(4, _blocks.Length * 2));
            _isSpineOwn = true;
        }

        if ((Count & Mask) == 0)
        {
            _blocks[block] = new T[BlockSize];
            _own.Add(block);
        }

        _blocks[block][Count & Mask] = value;
        return Count++;
    }

    /// <summary>The list as it is now, for readers. Later changes do not affect it.</summary>
    public Grown<T> Publish()
    {
        _own.Clear();
        _isSpineOwn = false;
        return new Grown<T>(_blocks, Count);
    }
}

/// <summary>A <see cref="Growing{T}"/> as it was when it was published.</summary>
internal readonly struct Grown<T>(T[][] blocks, int count)
{
    public int Count => count;

    public T this[int index] => blocks[index >> Growing<T>.Shift][index & Growing<T>.Mask];

    /// <summary>Whether both are the same version of one list.</summary>
    public bool IsSameAs(Grown<T> other) => count == other.Count && other.HasBlocks(blocks);

    /// <summary>The result of <paramref name="of"/> for each value, by index.</summary>
    public TResult[] Map<TResult>(Func<T, TResult> of)
    {
        var results = new TResult[count];
        for (var index = 0; index < count; index++) results[index] = of(this[index]);
        return results;
    }

    private bool HasBlocks(T[][] others) => ReferenceEquals(blocks, others);
}
