using System.IO.Compression;
using System.Text.Json.Nodes;
using HangarBay.EsiSandbox.Engine.Demo;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>Fits compared with the game's data: every module in a slot that it fits, and no more of them than the hull has.</summary>
public sealed class DoctrineTests
{
    private const int LowSlots = 12;
    private const int MediumSlots = 13;
    private const int HighSlots = 14;
    private const int RigSlots = 1137;
    private const int RigSize = 1547;
    private const int Turrets = 102;
    private const int Launchers = 101;
    private const int DroneCapacity = 283;

    private const int LowPower = 11;
    private const int HighPower = 12;
    private const int MediumPower = 13;
    private const int Rig = 2663;
    private const int Turret = 42;
    private const int Launcher = 40;

    private const int Drone = 18;

    [Fact]
    public void There_are_ten_each_of_another_hull_with_rigs()
    {
        Assert.Equal(10, Doctrines.All.Select(fit => fit.Hull).Distinct().Count());
        Assert.All(Doctrines.All, fit => Assert.NotEmpty(fit.Rigs));
        Assert.All(Doctrines.All, fit => Assert.InRange(fit.Name.Length, 5, 30));
        Assert.All(Doctrines.All.SelectMany(fit => fit.Fitted.Concat(fit.Hold)), stack => Assert.InRange(stack.Quantity, 1, 3000));
    }

    [SkippableFact]
    public void Every_fit_can_be_fitted()
    {
        var dogma = Dogma();
        double Value(int type, int attribute) => dogma[type].Attributes.GetValueOrDefault(attribute);

        Assert.All(Doctrines.All, fit =>
        {
            foreach (var (rack, effect, slots) in new[] { (fit.High, HighPower, HighSlots), (fit.Medium, MediumPower, MediumSlots), (fit.Low, LowPower, LowSlots), (fit.Rigs, Rig, RigSlots) })
            {
                Assert.All(rack, stack => Assert.True(dogma[stack.Type.Id].Effects.Contains(effect), stack.Type.Name));
                Assert.True(rack.Sum(stack => stack.Quantity) <= Value(fit.Hull.Id, slots), $"{fit.Name}: {effect}");
            }

            foreach (var (hardpoint, most) in new[] { (Turret, Turrets), (Launcher, Launchers) })
                Assert.True(fit.High.Where(stack => dogma[stack.Type.Id].Effects.Contains(hardpoint)).Sum(stack => stack.Quantity) <= Value(fit.Hull.Id, most), fit.Name);
            Assert.All(fit.Rigs, rig => Assert.Equal(Value(fit.Hull.Id, RigSize), Value(rig.Type.Id, RigSize)));
            var drones = fit.Hold.Where(stack => DemoFacts.Catalogue.CategoryOf(stack.Type) == Drone).Sum(stack => stack.Quantity * stack.Type.Volume);
            Assert.True(drones <= Value(fit.Hull.Id, DroneCapacity), $"{fit.Name}: {drones} m³ of drones");
        });
    }

    private static Dictionary<int, (Dictionary<int, double> Attributes, HashSet<int> Effects)> Dogma()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RecordedData.Directory, "dogma", "typeDogma-2024-06.jsonl.gz")), CompressionMode.Decompress));
        var types = new Dictionary<int, (Dictionary<int, double>, HashSet<int>)>();
        while (reader.ReadLine() is { } line)
        {
            var row = JsonNode.Parse(line)!;
            types[(int)row["_key"]!] = (
                row["dogmaAttributes"]?.AsArray().ToDictionary(a => (int)a!["attributeID"]!, a => (double)a!["value"]!) ?? [],
                row["dogmaEffects"]?.AsArray().Select(effect => (int)effect!["effectID"]!).ToHashSet() ?? []);
        }

        return types;
    }
}
