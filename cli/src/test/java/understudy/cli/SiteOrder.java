package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the published event log of a site's run against what the catalogue says of an Exchange 2007 site (P9), from the log alone; it
 * shares no code with the program.
 */
final class SiteOrder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ORDER = List.of("client-access", "hub-transport", "mailbox", "unified-messaging");

    private final Map<String, String> roles;
    private final Map<String, String> witnessOf;
    private final Map<String, Set<String>> pools;
    private final int poolMost;

    /** In the order of their beginnings. */
    final List<String> begun = new ArrayList<>();

    final Set<String> done = new LinkedHashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> inDoubt = new HashSet<>();
    private final Map<String, Integer> most = new HashMap<>();

    /** @param roles of each member, the one that counts */
    SiteOrder(Map<String, String> roles, Map<String, String> witnessOf, Map<String, Set<String>> pools, int poolMost) {
        this.roles = roles;
        this.witnessOf = witnessOf;
        this.pools = pools;
        this.poolMost = poolMost;
    }

    SiteOrder judge(String log) {
        log.lines().forEach(line -> judge(JSON.readTree(line)));
        return this;
    }

    /** How many of a role were under way at the same time. */
    int most(String role) {
        return most.getOrDefault(role, 0);
    }

    private void judge(JsonNode event) {
        String member = event.path("member").asString("");
        switch (event.path("type").asString()) {
            case "MemberBegan" -> began(member);
            case "MemberEnded" -> ended(member, event.path("result").asString());
            case "MemberSkipAsked" -> {
                closed.add(member);
                inDoubt.remove(member);
            }
            default -> {}
        }
    }

    private void began(String member) {
        int place = ORDER.indexOf(roles.get(member));
        assertThat(place).as(member).isNotNegative();
        inDoubt.remove(member);
        roles.forEach((other, role) -> {
            if (ORDER.indexOf(role) < place) {
                assertThat(closed).as(member + " began before " + other).contains(other);
            }
        });
        pools.values().stream()
                .filter(pool -> pool.contains(member))
                .forEach(pool -> assertThat(pool.stream().filter(inDoubt::contains))
                        .as("beside " + member)
                        .hasSizeLessThan(poolMost));
        witnessOf.forEach((witness, cluster) -> assertThat(inDoubt)
                .as("a vote is away with " + member)
                .doesNotContain(member.equals(witness) ? cluster : member.equals(cluster) ? witness : ""));
        inDoubt.add(member);
        begun.add(member);
        most.merge(
                roles.get(member),
                (int) inDoubt.stream()
                        .filter(other -> Objects.equals(roles.get(other), roles.get(member)))
                        .count(),
                Math::max);
    }

    private void ended(String member, String result) {
        if (result.equals("DONE")) {
            inDoubt.remove(member);
            done.add(member);
        }
        if (!result.equals("AWAY")) {
            closed.add(member);
        }
    }
}
