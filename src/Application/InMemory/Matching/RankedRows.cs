using System.Buffers;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.InMemory.Matching;

/// <summary>A row with its sort key. The lower key comes first, then the lower id. For a descending order both numbers are negated.</summary>
internal readonly record struct RankedRow(long Key, long Id, RowAt Row) : IComparable<RankedRow>
{
    public int CompareTo(RankedRow other) => Key != other.Key ? Key.CompareTo(other.Key) : Id.CompareTo(other.Id);

    public bool IsBefore(in RankedRow other) => Key < other.Key || (Key == other.Key && Id < other.Id);
}

/// <summary>Finds the few rows of a page among all rows that match, without sorting the rest.</summary>
internal static class RankedRows
{
    /// <summary>
    /// Up to this many wanted rows are kept in a heap while the rows are visited. If more are wanted, all rows are collected and the first
    /// ones are selected at the end, unless the wanted rows are at most one in <see cref="Few"/> of all rows.
    /// </summary>
    private const int MostInHeap = 1_024;

    private const int Few = 8;

    /// <summary>
    /// If fewer rows of a block match, each is looked at. Otherwise the rows are taken in the block's order until all further ones are too
    /// late for the page.
    /// </summary>
    private const int WorthAnOrder = 128;

    /// <param name="rows">The rows that match.</param>
    /// <param name="column">The sort, with its direction.</param>
    /// <param name="after">Only rows after this one are returned; null: all rows.</param>
    /// <param name="skip">Number of first rows that are left out.</param>
    /// <param name="take">Largest number of rows that are returned, in their order.</param>
    public static RankedRow[] Page(RowSet rows, SortColumn column, RankedRow? after, long skip, int take)
    {
        if (skip >= rows.Count) return [];
        var wanted = (int)Math.Min(skip + take, rows.Count);
        using var ranked = new Collected(wanted <= MostInHeap || wanted * (long)Few <= rows.Count ? wanted : rows.Count, wanted);
        rows.ForEachBlock((block, index) =>
        {
            var places = rows.Of(index);
            if (Bits.Count(places) >= WorthAnOrder && column.OrderOf(rows.Market.Blocks[index]) is { } order)
            {
                for (var place = 0; place < order.Count; place++)
                {
                    var at = order.At(place, column.IsDescending);
                    if (Bits.Has(places, at) && !TryAdd(block, new RowAt(index, at))) return;
                }
            }
            else
            {
                foreach (var at in Bits.Of(places)) TryAdd(block, new RowAt(index, at));
            }
        });
        return ranked.First().Skip((int)skip);

        // False: neither this row nor a later one of the order is wanted.
        bool TryAdd(ContractBlock block, RowAt at)
        {
            var row = column.Rank(block, at);
            return (after is { } last && !last.IsBefore(row)) || ranked.TryAdd(row);
        }
    }

    private static RankedRow[] Skip(this ReadOnlySpan<RankedRow> sorted, int skip) => skip < sorted.Length ? sorted[skip..].ToArray() : [];

    /// <summary>Keeps the first rows of all that are added: in a heap with the last of them on top, or by keeping all rows until the end.</summary>
    private sealed class Collected(int capacity, int wanted) : IDisposable
    {
        private readonly RankedRow[] _rows = ArrayPool<RankedRow>.Shared.Rent(capacity);
        private int _count;

        /// <summary>Adds a row. False if enough rows come before it.</summary>
        public bool TryAdd(in RankedRow row)
        {
            if (_count < capacity)
            {
                _rows[_count++] = row;
                if (_count == wanted && capacity == wanted) MakeHeap();
                return true;
            }

            if (!row.IsBefore(_rows[0])) return false;
            Sink(row, 0);
            return true;
        }

        /// <summary>The first rows, in their order.</summary>
        public ReadOnlySpan<RankedRow> First()
        {
            var all = _rows.AsSpan(0, _count);
            var first = Math.Min(wanted, _count);
            if (_count > wanted) Select(all, wanted);
            all[..first].Sort();
            return all[..first];
        }

        public void Dispose() => ArrayPool<RankedRow>.Shared.Return(_rows);

        private void MakeHeap()
        {
            for (var place = (_count / 2) - 1; place >= 0; place--) Sink(_rows[place], place);
        }

        /// <summary>Puts the row at a place of the heap, or as far below it as the heap's order requires.</summary>
        private void Sink(RankedRow row, int place)
        {
            while (true)
            {
                var child = (2 * place) + 1;
                if (child >= _count) break;
                if (child + 1 < _count && _rows[child].IsBefore(_rows[child + 1])) child++;
                if (!row.IsBefore(_rows[child])) break;
                _rows[place] = _rows[child];
                place = child;
            }

            _rows[place] = row;
        }

        /// <summary>Moves the first <paramref name="wanted"/> to the front, in no order among themselves (Hoare's selection).</summary>
        private static void Select(Span<RankedRow> rows, int wanted)
        {
            int low = 0, high = rows.Length - 1;
            while (low < high)
            {
                var pivot = MedianOf(rows[low], rows[(low + high) / 2], rows[high]);
                int left = low, right = high;
                while (left <= right)
                {
                    while (rows[left].IsBefore(pivot)) left++;
                    while (pivot.IsBefore(rows[right])) right--;
                    if (left > right) break;
                    (rows[left], rows[right]) = (rows[right], rows[left]);
                    left++;
                    right--;
                }

                if (wanted - 1 <= right) high = right;
                else if (wanted - 1 >= left) low = left;
                else return;
            }
        }

        private static RankedRow MedianOf(RankedRow one, RankedRow other, RankedRow third)
        {
            if (other.IsBefore(one)) (one, other) = (other, one);
            if (third.IsBefore(other)) other = third;
            return other.IsBefore(one) ? one : other;
        }
    }
}
