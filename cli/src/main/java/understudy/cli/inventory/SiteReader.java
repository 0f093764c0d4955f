package understudy.cli.inventory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import understudy.core.site.MemberName;
import understudy.core.site.Roles;
import understudy.core.site.SiteMember;
import understudy.core.site.SitePlan;
import understudy.core.site.SiteProcedure;
import understudy.core.site.Tier;
import understudy.core.site.Wave;
import understudy.documents.Fields;
import understudy.procedures.ShippedSites;
import understudy.procedures.SiteProcedureFile;

/** Reads one site of the inventory: its members with their roles, its procedure, its waves, what its members share. */
final class SiteReader {
    private static final int MOST = 1000;

    private final Path file;
    private final Map<String, ClusterEntry> clusters;
    private final Map<String, String> pools = new HashMap<>();
    private final Set<String> placed = new HashSet<>();

    private SiteReader(Path file, Map<String, ClusterEntry> clusters) {
        this.file = file;
        this.clusters = clusters;
    }

    static SiteEntry read(Path file, Map<String, ClusterEntry> clusters, String name, Fields fields) {
        if (clusters.containsKey(name)) {
            fields.reject(
                    fields.has("waves") ? "waves" : "procedure",
                    "a site is not called like a cluster, as \"" + name + "\" is");
        }
        return new SiteReader(file, clusters).site(fields);
    }

    private SiteEntry site(Fields fields) {
        Optional<SiteProcedure> procedure = fields.optional("procedure", key -> fields.as(key, this::procedure));
        Map<String, Integer> limits = limits(fields);
        SequencedMap<String, MemberEntry> members = fields.has("members")
                ? fields.named("members", (name, each) -> {
                    cluster(name);
                    return MemberEntry.read(each, procedure, this::cluster);
                })
                : new LinkedHashMap<>();
        Map<String, TierEntry> tiers = fields.has("tiers")
                ? fields.named("tiers", (name, each) -> TierEntry.read(each, tier(procedure, name)))
                : Map.of();
        List<String> leftOut = fields.has("leaveOut")
                ? fields.texts(
                        "leaveOut",
                        name -> tier(procedure, name)
                                .map(Tier::name)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "the site's procedure has no tier \"" + name + "\" to leave out")))
                : List.of();
        List<WaveEntry> waves = fields.has("waves") || !fields.has("procedure")
                ? fields.list("waves", each -> WaveEntry.read(each, this::placed))
                : List.of();
        Allowance failures = Allowance.read(fields);
        Optional<Integer> approvers = fields.optional("fourEyes", fields::flag)
                .filter(Boolean::booleanValue)
                .map(_ -> 2);
        List<SiteEntry.SiteHookEntry> hooks = fields.has("hooks")
                ? List.copyOf(fields.named("hooks", HookReader::ofSite).values())
                : List.of();
        if (fields.has("procedure") && !fields.has("members")) {
            fields.reject("procedure", "a site with a procedure names its \"members\" with the role of each");
        }
        fields.end();
        Optional<SiteProcedure> wanted = procedure.map(found -> TierEntry.applied(found, tiers, leftOut));
        SitePlan plan = plan(fields, wanted, members, waves, new Bounds(limits, failures, approvers));
        Map<MemberName, Path> patches = new LinkedHashMap<>();
        members.forEach((name, member) -> member.patch().ifPresent(patch -> patches.put(new MemberName(name), patch)));
        return new SiteEntry(plan, patches, programs(hooks, tiers.values()));
    }

    private static SiteEntry.Programs programs(List<SiteEntry.SiteHookEntry> hooks, Collection<TierEntry> tiers) {
        Map<String, CommandEntry> proofs = new LinkedHashMap<>();
        Map<String, CommandEntry> listings = new LinkedHashMap<>();
        for (TierEntry tier : tiers) {
            proofs.putAll(tier.proofs());
            tier.comparisons().forEach((id, compared) -> listings.put(id, compared.command()));
        }
        return new SiteEntry.Programs(hooks, proofs, listings);
    }

    /** What may be away or fail at once, and who is asked. */
    private record Bounds(Map<String, Integer> limits, Allowance failures, Optional<Integer> approvers) {}

    private SitePlan plan(
            Fields fields,
            Optional<SiteProcedure> procedure,
            SequencedMap<String, MemberEntry> members,
            List<WaveEntry> entries,
            Bounds bounds) {
        List<Wave> own = entries.stream()
                .map(entry -> entry.wave(name -> member(name, members)))
                .toList();
        Optional<Roles> roles = procedure.map(found -> new Roles(
                found,
                members.entrySet().stream()
                        .map(each -> new Roles.Cast(
                                member(each.getKey(), members), each.getValue().roles()))
                        .toList()));
        List<Wave> waves = own;
        try {
            waves = roles.map(cast -> own.isEmpty() ? cast.waves() : cast.waves(own))
                    .orElse(own);
        } catch (IllegalArgumentException order) {
            fields.reject("waves", String.valueOf(order.getMessage()));
        }
        votes(fields, waves);
        int all = waves.stream().mapToInt(wave -> wave.members().size()).sum();
        return new SitePlan(
                waves,
                bounds.failures().of(all),
                bounds.limits(),
                procedure.map(SiteProcedure::id),
                roles.map(Roles::notices).orElse(List.of()),
                bounds.approvers());
    }

    /** Who goes together is away together, which those between whom there is a vote never are. */
    private static void votes(Fields fields, List<Wave> waves) {
        for (Wave wave : waves) {
            for (SiteMember member : wave.together() ? wave.members() : List.<SiteMember>of()) {
                wave.members().stream()
                        .filter(other ->
                                other.pool().isPresent() && other.pool().equals(member.pool()))
                        .filter(other -> member.witnessOf().contains(other.name()))
                        .findFirst()
                        .ifPresent(other -> fields.reject(
                                "members",
                                member.name() + " has a vote in " + other.name()
                                        + ", so that the two cannot be away together: give them pools of their own"));
            }
        }
    }

    private SiteProcedure procedure(String name) {
        return ShippedSites.find(name).orElseGet(() -> {
            Path own = file.resolveSibling(name).normalize();
            if (!Files.isRegularFile(own)) {
                throw new IllegalArgumentException("no site procedure \"" + name
                        + "\" ships with this release, and there is no such file: `understudy procedures list` names"
                        + " those that ship");
            }
            return SiteProcedureFile.read(own);
        });
    }

    private static Optional<Tier> tier(Optional<SiteProcedure> procedure, String name) {
        return procedure.stream()
                .flatMap(found -> found.tiers().stream())
                .filter(tier -> tier.name().equals(name))
                .findFirst();
    }

    /** Reads the pools; how many of each may be away at once, where it is not one. */
    private Map<String, Integer> limits(Fields fields) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        if (fields.has("pools")) {
            fields.named("pools", (pool, each) -> {
                pool(pool, each).ifPresent(most -> limits.put(pool, most));
                return pool;
            });
        }
        return limits;
    }

    private OptionalInt pool(String pool, Fields fields) {
        if (fields.has("members")) {
            fields.strings("members").forEach(member -> pools.put(member, pool));
        }
        OptionalInt most =
                fields.has("atOnce") ? OptionalInt.of(fields.number("atOnce", 1, MOST)) : OptionalInt.empty();
        fields.end();
        return most;
    }

    private String placed(String name) {
        cluster(name);
        if (!placed.add(name)) {
            throw new IllegalArgumentException(name + " stands in a wave already");
        }
        return name;
    }

    private ClusterEntry cluster(String name) {
        ClusterEntry cluster = clusters.get(name);
        if (cluster == null) {
            throw new IllegalArgumentException(
                    "a member is a cluster of this inventory, and none is called \"" + name + "\"");
        }
        return cluster;
    }

    private SiteMember member(String name, Map<String, MemberEntry> members) {
        MemberEntry entry = Objects.requireNonNullElse(members.get(name), MemberEntry.PLAIN);
        return new SiteMember(
                new MemberName(name),
                entry.pool().or(() -> Optional.ofNullable(pools.get(name))),
                cluster(name).policy().windows(),
                entry.roles().stream().findFirst(),
                entry.witnessOf());
    }
}
