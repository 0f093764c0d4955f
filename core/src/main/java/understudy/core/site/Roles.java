package understudy.core.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The members of a site with what each of them is, from which a procedure makes the waves.
 *
 * @param members in the order in which their owner has named them, each with its roles
 */
public record Roles(SiteProcedure procedure, List<Cast> members) {
    /** A member and all that it is; it counts by the role that comes first in the procedure. */
    public record Cast(SiteMember member, List<String> roles) {
        public Cast {
            roles = List.copyOf(roles);
        }
    }

    public Roles {
        members = List.copyOf(members);
    }

    /** The waves, tier by tier; what only a person vouches for stands before the next tier that has members. */
    public List<Wave> waves() {
        List<Wave> waves = new ArrayList<>();
        List<Confirmation> before = new ArrayList<>();
        for (Tier tier : procedure.tiers()) {
            List<SiteMember> mine = of(tier);
            if (mine.isEmpty()) {
                before.addAll(tier.roles().isEmpty() ? tier.confirmations() : List.of());
                continue;
            }
            before.addAll(tier.confirmations());
            List<Wave> made = waves(tier, mine);
            waves.add(made.getFirst().in(tier.name(), before, tier.comparisons()));
            waves.addAll(made.subList(1, made.size()));
            before.clear();
        }
        return List.copyOf(waves);
    }

    /**
     * The owner's own waves, each in the tier of its members, with what is vouched for before the first of each tier.
     *
     * @throws IllegalArgumentException where they break the procedure's order, with the sentence
     */
    public List<Wave> waves(List<Wave> own) {
        Map<String, Wave> first = new LinkedHashMap<>();
        waves().forEach(wave -> first.putIfAbsent(wave.tier(), wave));
        List<Wave> waves = new ArrayList<>();
        int last = 0;
        for (Wave wave : own) {
            int place = place(wave);
            Tier tier = procedure.tiers().get(place);
            if (place < last) {
                throw new IllegalArgumentException(
                        "wave " + wave.name() + " (" + tier.name() + ") stands behind one of "
                                + procedure.tiers().get(last).name() + ", and " + procedure.id() + " has it before: "
                                + tier.reason().orElse("the order is the procedure's"));
            }
            last = place;
            Wave made = first.remove(tier.name());
            waves.add(wave.in(
                    tier.name(),
                    made == null ? List.of() : made.confirmations(),
                    made == null ? List.of() : made.comparisons()));
        }
        members.stream()
                .map(cast -> cast.member().name())
                .filter(name -> own.stream()
                        .flatMap(wave -> wave.members().stream())
                        .noneMatch(each -> each.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            name + " is a member of the site and stands in none of its waves");
                });
        return List.copyOf(waves);
    }

    /** The place of the tier that all members of the wave have. */
    private int place(Wave wave) {
        List<Integer> places = wave.members().stream()
                .map(member -> members.stream()
                        .filter(cast -> cast.member().name().equals(member.name()))
                        .findFirst()
                        .flatMap(cast -> procedure.place(cast.roles()))
                        .orElseThrow(() -> new IllegalArgumentException(
                                member.name() + " of wave " + wave.name() + " has no role in the site")))
                .distinct()
                .toList();
        if (places.size() != 1) {
            throw new IllegalArgumentException(
                    "the members of wave " + wave.name() + " are of one tier: give each tier waves of its own");
        }
        return places.getFirst();
    }

    /** What a person should know before: announced outages, and what comes of taking one by one what belongs together. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (Tier tier : procedure.tiers()) {
            pools(of(tier)).forEach((pool, sharing) -> {
                String names =
                        sharing.stream().map(member -> member.name().value()).collect(Collectors.joining(", "));
                if (sharing.size() > 1 && tier.sharing().together()) {
                    notices.add("Announced outage: " + names + ", which share the clients of " + pool
                            + ", are away all together.");
                } else if (sharing.size() > 1) {
                    tier.sharing().otherwise().ifPresent(warning -> notices.add(names + ": " + warning));
                }
            });
        }
        return notices;
    }

    private List<SiteMember> of(Tier tier) {
        return members.stream()
                .filter(cast -> procedure
                        .place(cast.roles())
                        .filter(place -> procedure.tiers().get(place).equals(tier))
                        .isPresent())
                .map(cast -> counted(cast, tier))
                .toList();
    }

    private static SiteMember counted(Cast cast, Tier tier) {
        SiteMember member = cast.member();
        Optional<String> role =
                tier.roles().stream().filter(cast.roles()::contains).findFirst();
        return new SiteMember(member.name(), member.pool(), member.windows(), role, member.witnessOf());
    }

    /** Pools that go together are waves of their own; of the others the canaries come first. */
    private static List<Wave> waves(Tier tier, List<SiteMember> mine) {
        List<Wave> waves = new ArrayList<>();
        List<SiteMember> rest = new ArrayList<>(mine);
        if (tier.sharing().together()) {
            pools(mine).forEach((pool, sharing) -> {
                if (sharing.size() > 1) {
                    rest.removeAll(sharing);
                    waves.add(wave(tier, tier.name() + "-" + pool, sharing, true));
                }
            });
        }
        int canaries = Math.min(tier.pace().canaries(), rest.size());
        if (canaries > 0 && canaries < rest.size()) {
            waves.add(wave(tier, tier.name() + "-canary", rest.subList(0, canaries), false));
            waves.add(wave(tier, tier.name(), rest.subList(canaries, rest.size()), false));
        } else if (!rest.isEmpty()) {
            waves.add(wave(tier, tier.name(), rest, false));
        }
        return waves;
    }

    private static Map<String, List<SiteMember>> pools(List<SiteMember> members) {
        Map<String, List<SiteMember>> pools = new LinkedHashMap<>();
        for (SiteMember member : members) {
            member.pool()
                    .ifPresent(pool ->
                            pools.computeIfAbsent(pool, _ -> new ArrayList<>()).add(member));
        }
        return pools;
    }

    private static Wave wave(Tier tier, String name, List<SiteMember> members, boolean together) {
        TierPace pace = tier.pace();
        return new Wave(
                name, tier.name(), members, pace.atOnce(), together, pace.approval(), pace.pause(), pace.failures());
    }
}
