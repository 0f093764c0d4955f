package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges a site run by its events alone, and shares no code with the machine: order, numbers at once, pools, windows. */
final class SiteRules {
    private final SitePlan plan;
    private final Set<MemberName> underWay = new LinkedHashSet<>();
    private final Set<MemberName> ended = new HashSet<>();
    private final Set<MemberName> away = new HashSet<>();

    private SiteRules(SitePlan plan) {
        this.plan = plan;
    }

    static void hold(SitePlan plan, List<SiteEvent> events) {
        SiteRules rules = new SiteRules(plan);
        events.forEach(rules::judge);
        assertThat(rules.underWay).as("left under way").isEmpty();
    }

    private void judge(SiteEvent event) {
        switch (event) {
            case SiteEvent.MemberBegan began -> began(began);
            case SiteEvent.MemberEnded over -> {
                assertThat(underWay.remove(over.member()))
                        .as("ended without a beginning")
                        .isTrue();
                boolean isAway = over.result() == MemberResult.AWAY;
                (isAway ? away : ended).add(over.member());
            }
            case SiteEvent.MemberSkipAsked skip -> ended.add(skip.member());
            default -> {}
        }
    }

    private void began(SiteEvent.MemberBegan began) {
        int index = 0;
        while (plan.waves().get(index).members().stream()
                .noneMatch(each -> each.name().equals(began.member()))) {
            index++;
        }
        Wave wave = plan.waves().get(index);
        SiteMember member = wave.members().stream()
                .filter(each -> each.name().equals(began.member()))
                .findFirst()
                .orElseThrow();
        for (Wave before : plan.waves().subList(0, index)) {
            for (SiteMember earlier : before.members()) {
                boolean joinsLater = before.tier().equals(wave.tier()) && away.contains(earlier.name());
                assertThat(ended.contains(earlier.name()) || joinsLater)
                        .as(began.member() + " of wave " + wave.name() + " began before " + earlier.name() + " of wave "
                                + before.name() + " had ended")
                        .isTrue();
            }
        }
        underWay.add(began.member());
        away.remove(began.member());
        assertThat(underWay.stream()
                        .filter(each -> wave.members().stream()
                                .anyMatch(one -> one.name().equals(each))))
                .as("at once in wave " + wave.name())
                .hasSizeLessThanOrEqualTo(wave.atOnce());
        if (!wave.together() && member.pool().isPresent()) {
            assertThat(plan.waves().stream()
                            .flatMap(each -> each.members().stream())
                            .filter(each -> each.pool().equals(member.pool()) && underWay.contains(each.name())))
                    .as("of pool " + member.pool().get())
                    .hasSize(1);
        }
        assertThat(member.windows().isEmpty()
                        || member.windows().stream().anyMatch(open -> open.covers(began.at(), began.at())))
                .as(began.member() + " began outside its windows")
                .isTrue();
    }
}
