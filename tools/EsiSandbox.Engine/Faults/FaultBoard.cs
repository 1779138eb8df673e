using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>The faults in force. The first added is the outermost: a delay added before an error delays the error.</summary>
public sealed class FaultBoard
{
    private readonly Sandbox _sandbox;
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    internal FaultBoard(Sandbox sandbox) => _sandbox = sandbox;

    /// <summary>The faults that still strike.</summary>
    public IReadOnlyList<Fault> Active
    {
        get
        {
            lock (_lock)
                return [.. _entries.Select(e => e.Fault)];
        }
    }

    /// <summary>Puts a fault in force.</summary>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!fault.Begin(_sandbox))
            return;
        lock (_lock)
            _entries.Add(new(fault) { Left = fault.Count ?? int.MaxValue });
    }

    /// <summary>Ends a fault; does nothing when it has ended already.</summary>
    public void Remove(Fault fault)
    {
        lock (_lock)
            _entries.RemoveAll(e => ReferenceEquals(e.Fault, fault));
    }

    /// <summary>Ends all faults and the downtime.</summary>
    public void Clear()
    {
        _sandbox.Downtime.End();
        lock (_lock)
            _entries.Clear();
    }

    internal ValueTask<Answer> AnswerAsync(Call call, Func<Answer> plain)
    {
        Func<ValueTask<Answer>> answer = () => new(plain());
        foreach (var fault in Struck(call))
        {
            var inner = answer;
            answer = () => fault.StrikeAsync(_sandbox, call, inner);
        }

        return answer();
    }

    /// <summary>The faults that strike this call, innermost first. Each uses up one of its count.</summary>
    private Fault[] Struck(Call call)
    {
        lock (_lock)
        {
            if (_entries.Count == 0)
                return [];
            var struck = _entries.Where(e => e.Left > 0 && e.Fault.Matches(call)).ToArray();
            foreach (var entry in struck)
                entry.Left -= entry.Fault.Count is null ? 0 : 1;
            _entries.RemoveAll(e => e.Left == 0);
            call.Faults = [.. struck.Select(e => e.Fault.Kind)];
            return [.. struck.Select(e => e.Fault).Reverse()];
        }
    }

    private sealed class Entry(Fault fault)
    {
        public Fault Fault => fault;
        public int Left { get; set; }
    }
}
