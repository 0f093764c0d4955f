package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import understudy.core.run.Hold;

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

    /** Members at a hold that were not told anything yet. */
    private final Map<MemberName, Hold> waiting = new HashMap<>();
    /** The last hold to which each has come since it was begun. */
    private final Map<MemberName, Hold> reached = new HashMap<>();

    private final Map<MemberName, Instant> since = new HashMap<>();
    /** Those that are being patched or are patched, and those that were called back. */
    private final Set<MemberName> patched = new HashSet<>();

    private final Set<MemberName> calledBack = new HashSet<>();

    private SiteRules(SitePlan plan) {
        this.plan = plan;
    }

    static void hold(SitePlan plan, List<SiteEvent> events) {
        SiteRules rules = new SiteRules(plan);
        events.forEach(rules::judge);
        assertThat(rules.underWay).as("left under way").isEmpty();
        assertThat(rules.waiting).as("left at a hold").isEmpty();
    }

    private void judge(SiteEvent event) {
        switch (event) {
            case SiteEvent.SiteOpened opened -> starter = opened.header().by().orElse("");
            case SiteEvent.MemberBegan began -> began(began);
            case SiteEvent.MemberEnded over -> ended(over);
            case SiteEvent.MemberHeld held -> {
                assertThat(waiting).as("held twice").doesNotContainKey(held.member());
                waiting.put(held.member(), held.place());
                reached.put(held.member(), held.place());
                since.put(held.member(), held.at());
            }
            case SiteEvent.SiteProven proven -> yes.put("confirm/" + proven.confirmation(), "its proof");
            case SiteEvent.MemberLetOn on -> letOn(on);
            case SiteEvent.MemberCalledBack back -> calledBack(back);
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

    /** Those of its pool that are to come along, the member not among them. */
    private List<MemberName> mates(MemberName member) {
        return plan.waves().stream()
                .filter(Wave::together)
                .filter(wave ->
                        wave.members().stream().anyMatch(each -> each.name().equals(member)))
                .flatMap(wave -> wave.members().stream())
                .filter(each -> each.pool().isPresent()
                        && each.pool().equals(member(member).pool()))
                .map(SiteMember::name)
                .filter(name -> !name.equals(member))
                .toList();
    }

    /** All ready before one is offline, all offline before one is patched, all patched before one is online; or a reason is told. */
    private void letOn(SiteEvent.MemberLetOn on) {
        MemberName member = on.member();
        assertThat(waiting.remove(member)).as("let on where it is held").isEqualTo(on.place());
        assertThat(calledBack).as("let on after it was called back").doesNotContain(member);
        List<MemberName> notThere = mates(member).stream()
                .filter(name -> !isOver(name))
                .filter(name -> !underWay.contains(name)
                        || !reached.containsKey(name)
                        || reached.get(name).compareTo(on.place()) < 0)
                .toList();
        boolean forward = on.place() == Hold.ONLINE || mates(member).stream().anyMatch(patched::contains);
        if (!notThere.isEmpty()) {
            assertThat(forward).as(member + " goes on without " + notThere).isTrue();
            assertThat(on.reason()).as("the reason is told").isNotEmpty();
        }
        notThere.stream()
                .filter(underWay::contains)
                .forEach(name -> assertThat(Duration.between(earliest(member, on.place()), on.at()))
                        .as("patience with " + name)
                        .isGreaterThanOrEqualTo(
                                on.place() == Hold.ONLINE ? Duration.ofHours(1) : Duration.ofMinutes(15)));
        if (on.place() == Hold.OFFLINE) {
            patched.add(member);
        }
    }

    private Instant earliest(MemberName member, Hold place) {
        return java.util.stream.Stream.concat(mates(member).stream(), java.util.stream.Stream.of(member))
                .filter(name -> name.equals(member) || place == reached.get(name))
                .map(since::get)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Only as long as nobody of the pool is patched, and because one cannot come along or does not come in time. */
    private void calledBack(SiteEvent.MemberCalledBack back) {
        MemberName member = back.member();
        assertThat(waiting.remove(member)).as("called back where it is held").isEqualTo(back.place());
        assertThat(back.place()).isNotEqualTo(Hold.ONLINE);
        assertThat(mates(member)).as("somebody is patched already").noneMatch(patched::contains);
        calledBack.add(member);
        boolean lost = mates(member).stream()
                .anyMatch(name -> failed.contains(name)
                        || away.contains(name)
                        || calledBack.contains(name)
                        || !underWay.contains(name));
        boolean late = back.place() == Hold.OFFLINE
                && !Duration.between(earliest(member, back.place()), back.at())
                        .minusMinutes(15)
                        .isNegative();
        assertThat(lost || late).as(member + " was called back for a reason").isTrue();
    }

    /** It is done, or a person has left it out. */
    private boolean isOver(MemberName name) {
        return ended.contains(name) && !failed.contains(name);
    }

    private void ended(SiteEvent.MemberEnded over) {
        assertThat(underWay.remove(over.member()))
                .as("ended without a beginning")
                .isTrue();
        assertThat(waiting).as("ended at a hold").doesNotContainKey(over.member());
        switch (over.result()) {
            case AWAY -> away.add(over.member());
            case FAILED, BROKEN_OFF -> {
                failed.add(over.member());
                ended.add(over.member());
            }
            case DONE -> {
                ended.add(over.member());
                patched.add(over.member());
            }
        }
        if (over.result() != MemberResult.DONE) {
            patched.remove(over.member());
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
        ended.remove(began.member());
        reached.remove(began.member());
        calledBack.remove(began.member());
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
