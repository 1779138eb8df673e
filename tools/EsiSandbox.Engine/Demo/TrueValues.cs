using System.Collections.Frozen;
using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>How blueprint copies of a type come into the world, which decides the runs and efficiencies that they have.</summary>
internal enum BlueprintKind
{
    /// <summary>Tech I: copied from an original that was researched.</summary>
    Researched,

    /// <summary>Tech II: invented, with few runs and low efficiencies.</summary>
    Invented,

    /// <summary>Faction: found or bought with loyalty points, for one run, without efficiencies.</summary>
    Found,
}

/// <summary>
/// What each type of the demo is worth, in ISK: the one table that its prices follow. It is written by hand, by group and tech level, as a
/// player would guess in 2026; it copies no market. All of its types are in it, and no others.
/// </summary>
internal sealed class TrueValues : IWorth
{
    private const double K = 1e3;
    private const double M = 1e6;
    private const double B = 1e9;

    /// <summary>One unit of everything but blueprints.</summary>
    private static readonly (double Isk, string[] Names)[] Goods =
    [
        // Ships, tech I.
        (10 * K, ["Reaper", "Impairor"]),
        (30 * K, ["Caldari Shuttle", "Gallente Shuttle"]),
        (480 * K, ["Bantam", "Condor", "Slasher", "Executioner", "Navitas", "Burst", "Probe", "Inquisitor", "Atron", "Punisher", "Rifter"]),
        (620 * K, ["Griffin", "Tormentor", "Incursus", "Breacher", "Kestrel", "Merlin", "Heron", "Imicus", "Tristan"]),
        (950 * K, ["Venture"]),
        (1.4 * M, ["Nereus", "Wreathe", "Hoarder", "Badger"]),
        (1.6 * M, ["Coercer", "Cormorant", "Catalyst", "Thrasher", "Talwar", "Dragoon"]),
        (1.9 * M, ["Algos", "Corax", "Tayra", "Kryos", "Epithal", "Miasmos", "Mammoth"]),
        (11 * M, ["Osprey", "Augoror", "Exequror", "Scythe", "Stabber", "Bellicose"]),
        (13 * M, ["Caracal", "Moa", "Maller", "Thorax", "Arbitrator", "Rupture", "Blackbird", "Celestis"]),
        (14.5 * M, ["Vexor"]),
        (37 * M, ["Covetor", "Retriever"]),
        (58 * M, ["Ferox", "Cyclone", "Prophecy", "Brutix", "Hurricane"]),
        (63 * M, ["Drake", "Myrmidon", "Harbinger"]),
        (88 * M, ["Oracle", "Naga", "Talos", "Tornado"]),
        (96 * M, ["Porpoise"]),
        (185 * M, ["Rokh", "Scorpion", "Dominix", "Tempest", "Typhoon"]),
        (205 * M, ["Raven", "Megathron", "Apocalypse", "Armageddon"]),
        (820 * M, ["Orca"]),
        (1.75 * B, ["Providence", "Charon", "Obelisk"]),
        (2.45 * B, ["Archon", "Thanatos"]),
        (3.1 * B, ["Apostle"]),
        (3.45 * B, ["Revelation", "Naglfar", "Moros", "Phoenix"]),
        (5.2 * B, ["Rorqual"]),
        (115 * B, ["Erebus"]),
        // Ships, tech II and tech III.
        (26 * M, ["Helios", "Cheetah", "Anathema", "Keres", "Deacon", "Raptor", "Crusader"]),
        (28 * M, ["Crow", "Malediction", "Vengeance", "Wolf", "Hawk", "Harpy"]),
        (31 * M, ["Nemesis", "Manticore", "Hound"]),
        (41 * M, ["Prospect", "Endurance"]),
        (52 * M, ["Confessor", "Svipul", "Jackdaw"]),
        (66 * M, ["Heretic", "Sabre", "Bifrost"]),
        (182 * M, ["Crane", "Prorator"]),
        (222 * M, ["Cerberus", "Vagabond", "Zealot", "Ishtar", "Scimitar", "Basilisk", "Guardian", "Rook", "Huginn"]),
        (236 * M, ["Falcon", "Rapier", "Pilgrim", "Arazu", "Bustard", "Occator", "Tengu", "Legion", "Proteus"]),
        (285 * M, ["Hulk", "Skiff", "Onyx"]),
        (385 * M, ["Eos", "Sleipnir", "Vulture"]),
        (1.25 * B, ["Redeemer", "Sin"]),
        (1.5 * B, ["Paladin", "Kronos", "Vargur"]),
        (9.4 * B, ["Rhea", "Nomad"]),
        // Ships, faction.
        (14 * M, ["Zephyr"]),
        (22 * M, ["Sunesis"]),
        (66 * M, ["Astero", "Gnosis"]),
        (160 * M, ["Praxis"]),
        (195 * M, ["Brutix Navy Issue", "Drake Navy Issue", "Harbinger Navy Issue", "Stratios"]),
        (225 * M, ["Gila"]),
        (475 * M, ["Raven Navy Issue", "Apocalypse Navy Issue"]),
        (640 * M, ["Nightmare", "Machariel", "Vindicator"]),
        (15 * B, ["Opux Luxury Yacht"]),
        (28 * B, ["Utu", "Malice"]),
        (55 * B, ["Armageddon Imperial Issue", "Apocalypse Imperial Issue", "Megathron Federate Issue"]),
        (75 * B, ["Adrestia", "Vangel"]),
        (180 * B, ["Revenant"]),
        // Modules, tech I.
        (1.2 * M, ["Core Probe Launcher I"]),
        (2.8 * M, ["Strip Miner I"]),
        (48 * M, ["Large Micro Jump Drive"]),
        (72 * M, ["Bastion Module I"]),
        (850 * M, ["Standup Market Hub I"]),
        // Modules, tech II.
        (450 * K, ["1MN Afterburner II", "Cap Recharger II", "Inertial Stabilizers II", "Nanofiber Internal Structure II", "Expanded Cargohold II"]),
        (600 * K, ["Damage Control II", "Power Diagnostic System II", "Capacitor Power Relay II", "Reactor Control Unit II", "Co-Processor II"]),
        (750 * K, ["Gyrostabilizer II", "Heat Sink II", "Magnetic Field Stabilizer II", "Ballistic Control System II", "Tracking Enhancer II"]),
        (850 * K, ["Drone Damage Amplifier II", "Mining Laser Upgrade II", "Overdrive Injector System II", "Salvager II", "Small Armor Repairer II"]),
        (1.1 * M, ["Sensor Booster II", "Tracking Computer II", "Omnidirectional Tracking Link II", "Stasis Webifier II", "Small Tractor Beam II"]),
        (1.3 * M, ["Warp Scrambler II", "Warp Disruptor II", "5MN Microwarpdrive II", "10MN Afterburner II", "Medium Shield Extender II"]),
        (1.6 * M, ["Multispectrum Shield Hardener II", "Multispectrum Energized Membrane II", "Large Shield Extender II", "Medium Armor Repairer II"]),
        (1.2 * M, ["Miner II", "Light Neutron Blaster II", "200mm AutoCannon II", "Light Missile Launcher II", "Rapid Light Missile Launcher II"]),
        (2.2 * M, ["425mm AutoCannon II", "720mm Howitzer Artillery II", "Heavy Pulse Laser II", "Heavy Neutron Blaster II", "Heavy Missile Launcher II"]),
        (3.2 * M, ["350mm Railgun II", "425mm Railgun II", "Mega Pulse Laser II", "800mm Repeating Cannon II", "Cruise Missile Launcher II"]),
        (4.2 * M, ["Neutron Blaster Cannon II", "Tachyon Beam Laser II", "1400mm Howitzer Artillery II", "Torpedo Launcher II"]),
        (2.4 * M, ["50MN Microwarpdrive II", "Medium Energy Neutralizer II", "1600mm Steel Plates II", "Heavy Capacitor Booster II", "Drone Link Augmentor II"]),
        (5.5 * M, ["500MN Microwarpdrive II", "Heavy Energy Neutralizer II", "Large Armor Repairer II", "Large Shield Booster II", "X-Large Shield Booster II"]),
        (3 * M, ["Core Probe Launcher II", "Relic Analyzer II", "Data Analyzer II"]),
        (6.5 * M, ["Improved Cloaking Device II", "Covert Ops Cloaking Device II", "Modulated Strip Miner II"]),
        (9 * M, ["Shield Command Burst II"]),
        (130 * M, ["Siege Module II"]),
        // Modules, faction, deadspace and abyssal.
        (24 * M, ["Syndicate Damage Control", "Imperial Navy Heat Sink", "Republic Fleet Gyrostabilizer", "Caldari Navy Ballistic Control System"]),
        (68 * M, ["Federation Navy Stasis Webifier", "True Sansha Warp Disruptor", "Domination Warp Scrambler", "Pithum C-Type Multispectrum Shield Hardener"]),
        (140 * M, ["Corpum A-Type Medium Armor Repairer", "Core X-Type 500MN Microwarpdrive", "Pith X-Type Large Shield Booster"]),
        (620 * M, ["Gist X-Type X-Large Shield Booster"]),
        (55 * M, ["Small Abyssal Shield Extender", "Medium Abyssal Energy Nosferatu", "Medium Abyssal Graviton Smartbomb", "Abyssal Modulated Deep Core Miner"]),
        (120 * M, ["50MN Abyssal Microwarpdrive", "100MN Abyssal Afterburner", "Heavy Abyssal Energy Neutralizer", "Abyssal Entropic Radiation Sink"]),
        (480 * M, ["Capital Abyssal Armor Repairer", "Mutated Fighter Support Unit"]),
        // Rigs, by size and tech level.
        (180 * K, ["Small Gravity Capacitor Upgrade I", "Small Memetic Algorithm Bank I", "Small Core Defense Field Extender I"]),
        (240 * K, ["Small Hybrid Burst Aerator I", "Small Hybrid Collision Accelerator I"]),
        (900 * K, ["Medium Core Defense Field Extender I", "Medium Trimark Armor Pump I", "Medium Hyperspatial Velocity Optimizer I"]),
        (3.5 * M, ["Large Core Defense Field Extender I", "Large Trimark Armor Pump I", "Large Cargohold Optimization I"]),
        (22 * M, ["Medium Trimark Armor Pump II", "Medium Cargohold Optimization II"]),
        (32 * M, ["Tengu Defensive - Covert Reconfiguration", "Proteus Offensive - Hybrid Encoding Platform"]),
        (42 * M, ["Legion Propulsion - Interdiction Nullifier", "Loki Core - Dissolution Sequencer"]),
        // Charges by tech level, and drones.
        (12, ["Antimatter Charge S", "Antimatter Charge M", "Phased Plasma M", "Mjolnir Light Missile", "Scourge Heavy Missile"]),
        (45, ["Antimatter Charge L", "EMP L"]),
        (380, ["Void S", "Null M", "Hail M", "Republic Fleet EMP M"]),
        (850, ["Spike L", "Barrage L", "Caldari Navy Antimatter Charge L", "Scourge Fury Cruise Missile", "Nova Rage Torpedo", "Caldari Navy Scourge Cruise Missile"]),
        (4 * K, ["Cap Booster 800", "Core Scanner Probe I"]),
        (28 * K, ["Navy Cap Booster 400", "Nanite Repair Paste"]),
        (180 * K, ["Multifrequency L", "Conflagration M", "Scorch L", "Sisters Core Scanner Probe"]),
        (420 * K, ["Hobgoblin II", "Warrior II", "Mining Drone II", "Salvage Drone I", "Hornet EC-300"]),
        (750 * K, ["Hammerhead II", "Valkyrie II", "Vespa II"]),
        (1.4 * M, ["Ogre II", "Wasp II", "Praetor II"]),
        (24 * M, ["Equite II", "Templar II", "Firbolg II"]),
        // Skills, implants, apparel and skins.
        (250 * K, ["Minmatar Frigate", "Drones", "Contracting", "Social", "Shield Operation", "Astrometrics", "Cybernetics"]),
        (2.5 * M, ["Gallente Cruiser", "Large Hybrid Turret", "Micro Jump Drive Operation"]),
        (8 * M, ["Caldari Battleship", "Cruise Missiles", "Jump Drive Calibration", "Transport Ships"]),
        (420 * M, ["Capital Ships", "Marauders"]),
        (9 * M, ["Ocular Filter - Basic", "Cybernetic Subprocessor - Basic", "Limited Cybernetic Subprocessor"]),
        (24 * M, ["Memory Augmentation - Standard", "Low-grade Nirvana Gamma", "Zainou 'Gypsy' CPU Management EE-605"]),
        (80 * M, ["Inherent Implants 'Squire' Capacitor Management EM-805", "Genolution Core Augmentation CA-1", "Mid-grade Amulet Beta"]),
        (190 * M, ["Eifyr and Co. 'Rogue' Warp Drive Speed WS-615", "High-grade Ascendancy Alpha"]),
        (460 * M, ["High-grade Snake Alpha", "High-grade Crystal Omega"]),
        (6 * M, ["Men's 'State Protector' Pants", "Men's 'Crimson Harvest' Jacket", "Women's Capsuleer Day XVI Cap", "Women's Exoplanets Data Analyst Lab Coat"]),
        (38 * M, ["Women's 'Executor' Coat (black)", "Men's 'Esquire' Coat (matte graphite)", "Women's 'Eternity' Suit Top (Olive)", "Men's 'Ascend' Boots (maroon/black)"]),
        (140 * M, ["GDN-9 \"Nightstalker\" Combat Goggles", "Women's Genolution Combat Suit"]),
        (12 * M, ["Rifter Absent Heroes SKIN", "Raven Wiyrkomi SKIN (30 Days)", "Rokh Wiyrkomi SKIN (365 Days)", "Machariel Serenity YC117 SKIN (365 Days)"]),
        (46 * M, ["Raven Wiyrkomi SKIN", "Raven Zakura Shumyu SKIN", "Raven State Police SKIN", "Gila Abyssal Afterglow SKIN", "Gila Abyssal Darkfield SKIN"]),
        (120 * M, ["Machariel Eros Blossom SKIN", "Vindicator IGC SKIN", "Stratios Semiotique Superluminal SKIN", "Rokh Halcyon Dawn SKIN", "Raven Wiyrkomi Serenity Only SKIN"]),
        // Materials, ore and commodities.
        (4, ["Tritanium"]),
        (18, ["Pyerite", "Veldspar", "Compressed Veldspar"]),
        (75, ["Mexallon", "Isogen", "Heavy Water", "Liquid Ozone"]),
        (900, ["Nocxium", "Zydrine", "Megacyte", "Helium Isotopes", "Oxygen Isotopes", "Nitrogen Isotopes", "Hydrogen Isotopes"]),
        (2.8 * K, ["Strontium Clathrates", "Bistot", "Arkonor", "Compressed Arkonor", "Compressed Crokite"]),
        (20 * K, ["Morphite", "Fullerite-C320", "Nitrogen Fuel Block", "Helium Fuel Block", "Coolant"]),
        (85 * K, ["Robotics", "Datacore - Mechanical Engineering", "Neural Network Analyzer", "Sleeper Data Library"]),
        (1.6 * M, ["Melted Nanoribbons", "Accelerant Decryptor", "Optimized Attainment Decryptor", "Mobile Depot"]),
        (9 * M, ["Intact Armor Nanobot", "Mobile Tractor Unit", "Mobile Small Warp Disruptor I"]),
        (5.2 * M, ["PLEX"]),
        (165 * M, ["Small Skill Injector"]),
        (420 * M, ["Skill Extractor"]),
        (830 * M, ["Large Skill Injector"]),
        (750 * M, ["Raitaru"]),
        (1.7 * B, ["Athanor", "Astrahus"]),
        (11 * B, ["Fortizar"]),
    ];

    /// <summary>
    /// Blueprints, without the word in their names. <c>Original</c>: one that is not researched; null where players see none. <c>Run</c>: one
    /// run of a copy with the efficiencies that are usual for its kind.
    /// </summary>
    private static readonly (BlueprintKind Kind, double? Original, double Run, string[] Names)[] Blueprints =
    [
        (BlueprintKind.Researched, 2.8 * M, 12 * K, ["Bantam", "Condor", "Griffin", "Slasher", "Probe", "Rifter", "Executioner", "Inquisitor", "Tormentor"]),
        (BlueprintKind.Researched, 2.8 * M, 12 * K, ["Navitas", "Tristan", "Incursus", "Punisher", "Breacher", "Burst", "Kestrel", "Merlin", "Heron", "Imicus", "Atron"]),
        (BlueprintKind.Researched, 4.5 * M, 20 * K, ["Venture"]),
        (BlueprintKind.Researched, 9 * M, 30 * K, ["Coercer", "Cormorant", "Catalyst", "Thrasher", "Algos", "Dragoon", "Corax", "Talwar"]),
        (BlueprintKind.Researched, 8 * M, 40 * K, ["Badger", "Tayra", "Nereus", "Hoarder", "Mammoth", "Wreathe", "Kryos", "Epithal", "Miasmos"]),
        (BlueprintKind.Researched, 78 * M, 120 * K, ["Osprey", "Caracal", "Stabber", "Moa", "Maller", "Augoror", "Vexor", "Thorax", "Arbitrator"]),
        (BlueprintKind.Researched, 78 * M, 120 * K, ["Rupture", "Bellicose", "Scythe", "Blackbird", "Celestis", "Exequror"]),
        (BlueprintKind.Researched, 520 * M, 480 * K, ["Ferox", "Brutix", "Cyclone", "Prophecy", "Harbinger", "Drake", "Myrmidon", "Hurricane"]),
        (BlueprintKind.Researched, 1.55 * B, 1.3 * M, ["Raven", "Tempest", "Scorpion", "Megathron", "Apocalypse", "Armageddon", "Typhoon", "Dominix", "Rokh"]),
        (BlueprintKind.Researched, 2.6 * B, 30 * M, ["Revelation", "Naglfar", "Moros", "Phoenix"]),
        (BlueprintKind.Researched, 1.1 * B, 6 * M, ["Capital Armor Plates"]),
        (BlueprintKind.Researched, 1.3 * M, 15 * K, ["Large Cargohold Optimization I", "Cap Booster 800", "Antimatter Charge L"]),
        (BlueprintKind.Researched, 24 * M, 45 * K, ["Nanite Repair Paste"]),
        (BlueprintKind.Invented, null, 2.1 * M, ["Vengeance", "Wolf", "Hawk", "Harpy"]),
        (BlueprintKind.Invented, null, 13 * M, ["Cerberus", "Vagabond", "Zealot", "Ishtar"]),
        (BlueprintKind.Invented, null, 90 * K, ["Hobgoblin II", "Scourge Fury Cruise Missile", "Damage Control II"]),
        (BlueprintKind.Invented, null, 240 * K, ["Warp Disruptor II", "425mm Railgun II", "1600mm Steel Plates II", "Ballistic Control System II"]),
        (BlueprintKind.Found, null, 9 * M, ["Sunesis"]),
        (BlueprintKind.Found, null, 34 * M, ["Astero", "Gnosis"]),
        (BlueprintKind.Found, null, 95 * M, ["Stratios", "Gila", "Praxis", "Brutix Navy Issue", "Drake Navy Issue", "Harbinger Navy Issue"]),
        (BlueprintKind.Found, null, 240 * M, ["Raven Navy Issue", "Apocalypse Navy Issue"]),
        (BlueprintKind.Found, null, 310 * M, ["Nightmare", "Machariel", "Vindicator"]),
        (BlueprintKind.Found, null, 24 * B, ["Malice", "Vangel", "Apocalypse Imperial Issue", "Megathron Federate Issue"]),
    ];

    private static readonly FrozenDictionary<int, double> Units = Goods
        .SelectMany(row => row.Names.Select(name => (DemoFacts.Type(name).Id, row.Isk)))
        .Concat(Blueprints.Where(row => row.Original is not null).SelectMany(row => row.Names.Select(name => (Blueprint(name), row.Original!.Value))))
        .ToFrozenDictionary(row => row.Item1, row => row.Item2);

    private static readonly FrozenDictionary<int, (BlueprintKind Kind, double Run)> Copies = Blueprints
        .SelectMany(row => row.Names.Select(name => (Id: Blueprint(name), row.Kind, row.Run)))
        .ToFrozenDictionary(row => row.Id, row => (row.Kind, row.Run));

    public static readonly TrueValues Instance = new();

    /// <summary>
    /// One unit, in ISK; of a blueprint, one unresearched original. Null for a type that is not of the demo, and for a blueprint that players
    /// see as copies only.
    /// </summary>
    public static double? OfUnit(int typeId) => Units.TryGetValue(typeId, out var isk) ? isk : null;

    /// <summary>One run of a copy, in ISK, with the efficiencies that are usual for its kind. Null for what is no blueprint of the demo.</summary>
    public static double? OfRun(int typeId) => Copies.TryGetValue(typeId, out var copy) ? copy.Run : null;

    /// <param name="blueprint">A blueprint of the demo.</param>
    public static BlueprintKind KindOf(TypeFact blueprint) => Copies[blueprint.Id].Kind;

    public double Of(TypeFact type) => Units[type.Id];

    public double OfCopy(TypeFact blueprint, int runs, int material, int time)
    {
        var (kind, run) = Copies[blueprint.Id];
        // Players pay for a copy's efficiencies, and 10 and 20 are usual for a researched one alone.
        return run * runs * (kind == BlueprintKind.Researched ? 0.7 + 0.02 * material + 0.005 * time : 1 + 0.02 * material);
    }

    public double OfOriginal(TypeFact blueprint, int material, int time) => Units[blueprint.Id] * (1 + 0.012 * material + 0.003 * time);

    private static int Blueprint(string name) => DemoFacts.Type(name + " Blueprint").Id;
}
