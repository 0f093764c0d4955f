package understudy.core.site;

import java.util.List;
import java.util.Optional;
import understudy.core.site.MemberState.Standing;

/** How many members may fail before nobody else is begun; a person may say yes to going on. */
final class SiteBudget {
    private final SiteState state;
    private final SitePlan plan;

    SiteBudget(SiteState state, SitePlan plan) {
        this.state = state;
        this.plan = plan;
    }

    /** What stands against beginning another member; members that are under way are waited for first. */
    Optional<SiteAction> stops(boolean busy) {
        Optional<SiteQuestion> question = brokenOff().or(this::overspent);
        if (question.isEmpty()) {
            return Optional.empty();
        }
        if (busy) {
            return Optional.of(new SiteAction.Await(Optional.empty()));
        }
        return refused(state, question.get().id()).or(() -> Optional.of(new SiteAction.Ask(question.get())));
    }

    /** A "no" ends the run, to be resumed. */
    static Optional<SiteAction> refused(SiteState state, String question) {
        return Boolean.FALSE.equals(state.answers().get(question))
                ? Optional.of(new SiteAction.Finish(
                        SiteResult.STOPPED,
                        "The question " + question + " was answered with no; resume asks it again."))
                : Optional.empty();
    }

    private Optional<SiteQuestion> brokenOff() {
        return state.members().entrySet().stream()
                .filter(each -> each.getValue().standing() == Standing.BROKEN_OFF)
                .map(each -> new SiteQuestion(
                        "broken-off/" + each.getKey() + "/" + each.getValue().tries(),
                        "The run of " + each.getKey() + " broke off and nobody knows why ("
                                + each.getValue().note() + "): may the others go on?",
                        false))
                .filter(this::isOpen)
                .findFirst();
    }

    private Optional<SiteQuestion> overspent() {
        long all = failures(state.members().keySet().stream().toList());
        if (all > plan.failures()) {
            return question("failures/" + all, all, plan.failures(), "of the site");
        }
        for (Wave wave : plan.waves()) {
            long failed = failures(wave.members().stream().map(SiteMember::name).toList());
            if (failed > wave.failures()) {
                Optional<SiteQuestion> over = question(
                        "failures/" + wave.name() + "/" + failed, failed, wave.failures(), "of wave " + wave.name());
                if (over.isPresent()) {
                    return over;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<SiteQuestion> question(String id, long failed, int allowed, String whose) {
        return Optional.of(new SiteQuestion(
                        id,
                        failed + (failed == 1 ? " member " : " members ") + whose + " failed, and " + allowed
                                + " may: are the others to go on all the same?",
                        false))
                .filter(this::isOpen);
    }

    private boolean isOpen(SiteQuestion question) {
        return !state.isAgreed(question.id());
    }

    private long failures(List<MemberName> names) {
        return names.stream()
                .filter(name -> state.member(name).standing().isFailure())
                .count();
    }
}
