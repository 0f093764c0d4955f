package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
            TestingSite site =
                    new TestingSite(random.nextInt(4), Map.of("pool1", 1 + random.nextInt(2)), s -> waves(s, random));
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
            while (question.isPresent()) {
                site.answer(question.get(), random.nextInt(5) > 0);
                question = site.play();
            }
            assertThat(site.state().ending()).as("seed " + seed).isPresent();
            try {
                SiteRules.hold(site.plan, site.journal);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed, broken);
            }
        }
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
