package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import understudy.core.run.Hold;

/** Random sites whose members fail, break off and are out of reach: an independent judge reads the events of each. */
class RandomSitesTest {
    private static final List<MemberResult> RESULTS = List.of(MemberResult.values());
    private static final List<Hold> HOLDS = List.of(Hold.values());

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300})
    void keepTheirOrder(long first) {
        for (long seed = first; seed < first + 100; seed++) {
            Random random = new Random(seed);
            judged(
                    seed,
                    random,
                    new TestingSite(random.nextInt(4), Map.of("pool1", 1 + random.nextInt(2)), s -> waves(s, random)),
                    0);
        }
    }

    /** Every wave is a pool that goes together, and somebody tries again now and then what has failed. */
    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300})
    void thoseWhoGoTogetherWaitForEachOther(long first) {
        Map<String, Integer> told = new TreeMap<>();
        for (long seed = first; seed < first + 100; seed++) {
            Random random = new Random(seed);
            TestingSite site = judged(seed, random, new TestingSite(random.nextInt(9), s -> pools(s, random)), 2);
            site.journal.forEach(event -> word(event).ifPresent(word -> told.merge(word, 1, Integer::sum)));
        }
        assertThat(told)
                .as("nothing of it is judged by chance")
                .containsOnlyKeys(
                        "back from OFFLINE",
                        "back from READY",
                        "on at OFFLINE",
                        "on at ONLINE",
                        "on at READY",
                        "on without another at ONLINE")
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(5));
    }

    private static Optional<String> word(SiteEvent event) {
        return switch (event) {
            case SiteEvent.MemberCalledBack back -> Optional.of("back from " + back.place());
            case SiteEvent.MemberLetOn on when on.reason().isEmpty() -> Optional.of("on at " + on.place());
            case SiteEvent.MemberLetOn on
            when on.place() == Hold.ONLINE -> Optional.of("on without another at " + on.place());
            default -> Optional.empty();
        };
    }

    /** @param retries how often somebody may try again what has failed */
    private static TestingSite judged(long seed, Random random, TestingSite site, int retries) {
        for (Wave wave : site.plan.waves()) {
            for (SiteMember member : wave.members()) {
                if (random.nextInt(6) == 0) {
                    site.results.put(member.name().value(), RESULTS.get(random.nextInt(RESULTS.size())));
                    site.endsBefore.put(member.name().value(), HOLDS.get(random.nextInt(HOLDS.size())));
                }
                if (random.nextInt(10) == 0) {
                    site.slowBefore.put(member.name().value(), HOLDS.get(random.nextInt(HOLDS.size())));
                }
                if (random.nextInt(20) == 0) {
                    site.findings.put(member.name().value(), "2 outages were measured where its plan had 1.");
                }
            }
        }
        if (random.nextBoolean()) {
            site.unproven.add("wave0");
        }
        Optional<SiteQuestion> question = site.play();
        int left = retries;
        while (question.isPresent()) {
            if (left > 0 && random.nextInt(4) == 0) {
                left--;
                site.results.values().removeIf(_ -> random.nextBoolean());
                site.asks(new SiteEvent.SiteRetryAsked(site.now(), "retry" + left, "bob"));
            } else {
                site.answer(question.get(), random.nextInt(5) > 0);
            }
            question = site.play();
        }
        assertThat(site.state().ending()).as("seed " + seed).isPresent();
        try {
            SiteRules.hold(site.plan, site.journal);
        } catch (AssertionError broken) {
            throw new AssertionError("seed " + seed, broken);
        }
        return site;
    }

    private static List<Wave> pools(TestingSite site, Random random) {
        List<Wave> waves = new ArrayList<>();
        int next = 0;
        for (int wave = 0; wave < 1 + random.nextInt(2); wave++) {
            List<String> names = new ArrayList<>();
            for (int member = 2 + random.nextInt(4); member > 0; member--) {
                String name = "m" + next++;
                names.add(name);
                site.pools.put(name, "pool" + wave);
            }
            waves.add(new Wave(
                    "wave" + wave,
                    "tier" + wave,
                    site.members(names.toArray(String[]::new)),
                    1,
                    true,
                    false,
                    Duration.ZERO,
                    random.nextInt(9)));
        }
        return waves;
    }

    private static List<Wave> waves(TestingSite site, Random random) {
        List<Wave> waves = new ArrayList<>();
        int next = 0;
        for (int wave = 0; wave <= random.nextInt(5); wave++) {
            List<String> names = new ArrayList<>();
            for (int member = 0; member <= random.nextInt(6); member++) {
                String name = "m" + next++;
                names.add(name);
                if (random.nextInt(3) == 0) {
                    site.pools.put(name, "pool" + random.nextInt(2));
                }
                if (random.nextInt(8) == 0) {
                    site.witnessOf.put(name, List.of(new MemberName("m" + random.nextInt(12))));
                }
            }
            waves.add(new Wave(
                    "wave" + wave,
                    "tier" + wave / 2,
                    site.members(names.toArray(String[]::new)),
                    1 + random.nextInt(4),
                    random.nextInt(4) == 0,
                    random.nextInt(3) == 0,
                    Duration.ofMinutes(random.nextInt(2) * 30L),
                    random.nextInt(3),
                    random.nextInt(5) == 0
                            ? List.of(new Confirmation(
                                    "wave" + wave, "Is it so?", random.nextBoolean(), random.nextBoolean()))
                            : List.of()));
        }
        return waves;
    }
}
