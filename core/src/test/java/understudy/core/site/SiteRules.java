package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges a site run by its events alone, and shares no code with the machine: order, numbers at once, pools, votes, windows, what a
 * person vouches for, what nobody has explained.
 */
final class SiteRules {
    private final SitePlan plan;
    private final Set<MemberName> underWay = new LinkedHashSet<>();
    private final Set<MemberName> ended = new HashSet<>();
    private final Set<MemberName> away = new HashSet<>();
    private final Set<MemberName> failed = new HashSet<>();
    private final Set<MemberName> unexplained = new HashSet<>();
    private final Map<String, String> yes = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private String starter = "";

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
            case SiteEvent.SiteOpened opened -> starter = opened.header().by().orElse("");
            case SiteEvent.MemberBegan began -> began(began);
            case SiteEvent.MemberEnded over -> ended(over);
            case SiteEvent.MemberSkipAsked skip -> {
                ended.add(skip.member());
                failed.remove(skip.member());
                away.remove(skip.member());
            }
            case SiteEvent.SiteAnswered answer -> {
                if (answer.yes()) {
                    yes.put(answer.question(), answer.by());
                }
            }
            default -> {}
        }
    }

    private void ended(SiteEvent.MemberEnded over) {
        assertThat(underWay.remove(over.member()))
                .as("ended without a beginning")
                .isTrue();
        switch (over.result()) {
            case AWAY -> away.add(over.member());
            case FAILED, BROKEN_OFF -> {
                failed.add(over.member());
                ended.add(over.member());
            }
            case DONE -> ended.add(over.member());
        }
        if (over.unexplained().isPresent() && over.result() == MemberResult.DONE) {
            unexplained.add(over.member());
        }
    }

    private void began(SiteEvent.MemberBegan began) {
        int index = 0;
        while (plan.waves().get(index).members().stream()
                .noneMatch(each -> each.name().equals(began.member()))) {
            index++;
        }
        Wave wave = plan.waves().get(index);
        SiteMember member = member(began.member());
        away.remove(began.member());
        failed.remove(began.member());
        order(index, wave, member);
        if (begun.add(wave.name())) {
            confirmed(wave);
        }
        explained(index);
        neighbours(wave, member);
        underWay.add(began.member());
        assertThat(underWay.stream()
                        .filter(each -> wave.members().stream()
                                .anyMatch(one -> one.name().equals(each))))
                .as("at once in wave " + wave.name())
                .hasSizeLessThanOrEqualTo(wave.atOnce());
        assertThat(member.windows().isEmpty()
                        || member.windows().stream().anyMatch(open -> open.covers(began.at(), began.at())))
                .as(began.member() + " began outside its windows")
                .isTrue();
    }

    private void order(int index, Wave wave, SiteMember member) {
        for (Wave before : plan.waves().subList(0, index)) {
            for (SiteMember earlier : before.members()) {
                boolean joinsLater = before.tier().equals(wave.tier()) && away.contains(earlier.name());
                boolean givenUp = yes.containsKey("away/" + earlier.name());
                assertThat(ended.contains(earlier.name()) || joinsLater || givenUp)
                        .as(member.name() + " of wave " + wave.name() + " began before " + earlier.name() + " of wave "
                                + before.name() + " had ended")
                        .isTrue();
            }
        }
    }

    private void confirmed(Wave wave) {
        for (Confirmation each : wave.confirmations()) {
            assertThat(yes).as("vouched for").containsKey("confirm/" + each.id());
            if (each.byAnother()) {
                assertThat(yes.get("confirm/" + each.id())).isNotEqualTo(starter);
            }
        }
    }

    private void explained(int index) {
        plan.waves().subList(0, index).stream()
                .flatMap(before -> before.members().stream())
                .filter(each -> unexplained.contains(each.name()))
                .forEach(each -> assertThat(yes.keySet())
                        .as("explained")
                        .anyMatch(question -> question.startsWith("finding/" + each.name() + "/")));
    }

    /** Nobody of the same pool or with a vote may be away, or be in doubt without a person's word. */
    private void neighbours(Wave wave, SiteMember member) {
        Predicate<MemberName> inDoubt = name -> underWay.contains(name) || away.contains(name) || failed.contains(name);
        Predicate<MemberName> allowed = name -> !underWay.contains(name)
                && yes.keySet().stream()
                        .anyMatch(question -> question.startsWith("beside/" + member.name() + "/" + name + "/"));
        if (!wave.together() && member.pool().isPresent()) {
            assertThat(all().filter(each -> each.pool().equals(member.pool()))
                            .map(SiteMember::name)
                            .filter(inDoubt)
                            .filter(allowed.negate()))
                    .as("of pool " + member.pool().get() + " beside " + member.name())
                    .hasSizeLessThan(plan.limits().getOrDefault(member.pool().get(), 1));
        }
        assertThat(all().filter(each -> each.witnessOf().contains(member.name())
                                || member.witnessOf().contains(each.name()))
                        .map(SiteMember::name)
                        .filter(name -> !name.equals(member.name()))
                        .filter(inDoubt)
                        .filter(allowed.negate()))
                .as("votes between them and " + member.name())
                .isEmpty();
    }

    private java.util.stream.Stream<SiteMember> all() {
        return plan.waves().stream().flatMap(wave -> wave.members().stream());
    }

    private SiteMember member(MemberName name) {
        return all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
