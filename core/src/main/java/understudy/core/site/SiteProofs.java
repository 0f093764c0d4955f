package understudy.core.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the site's own programs have to say before a wave begins, and behind a tier: hooks, proofs, listings that are compared. */
final class SiteProofs {
    /** What a hook is asked before the first member of all. */
    static final String RUN = "run";

    private final SiteBoard board;

    SiteProofs(SiteBoard board) {
        this.board = board;
    }

    /** What a hook is asked before a wave. */
    static String gate(Wave wave) {
        return "wave/" + wave.name();
    }

    /** The site's hooks have been against it for so long that a person is asked; a yes asks them again. */
    Optional<SiteAction> hooks(Wave wave) {
        return asked(RUN, "the run has not begun")
                .or(() -> asked(gate(wave), "wave " + wave.name() + " has not begun"));
    }

    private Optional<SiteAction> asked(String what, String hindered) {
        return board.state()
                .checks()
                .lasting(what, board.now())
                .flatMap(refusal -> ask(new SiteQuestion(
                        "hooks/" + what + "/" + (refusal.round() + 1),
                        "For " + SiteChecks.PATIENCE.toMinutes() + " minutes " + hindered + ": " + refusal.reason()
                                + " Are they to be asked again?",
                        false)));
    }

    /** What a command proves nobody has to vouch for; what it does not prove for a while a person is asked, who reads why. */
    Optional<SiteAction> confirmation(Confirmation each, Optional<String> notBy) {
        String what = "confirm/" + each.id();
        if (board.state().isAgreed(what)) {
            return Optional.empty();
        }
        Optional<SiteChecks.Refusal> refusal = board.state().checks().lasting(what, board.now());
        if (each.byProof() && refusal.isEmpty()) {
            return Optional.of(new SiteAction.Prove(each.id()));
        }
        String unproven = refusal.map(known -> "For " + SiteChecks.PATIENCE.toMinutes()
                        + " minutes this has not been proven (" + known.reason() + "). ")
                .orElse("");
        return ask(new SiteQuestion(what, unproven + each.text(), false, notBy));
    }

    /** What is to be the same afterwards is listed before. */
    Optional<SiteAction> before(Wave wave) {
        return wave.comparisons().stream()
                .filter(each -> board.state().checks().listed(each.id()).isEmpty())
                .flatMap(each -> list(each).stream())
                .findFirst();
    }

    /** Behind these waves it is listed again; where it is not the same, a person is asked. */
    Optional<SiteAction> after(List<Wave> waves) {
        return waves.stream()
                .filter(wave -> !wave.comparisons().isEmpty() && hasBegun(wave.tier()))
                .flatMap(wave -> wave.comparisons().stream())
                .flatMap(each -> after(each).stream())
                .findFirst();
    }

    private Optional<SiteAction> after(Comparison each) {
        List<String> listed = new ArrayList<>(board.state().checks().listed(each.id()));
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        if (listed.size() == 1) {
            return list(each);
        }
        return Comparison.difference(listed.getFirst(), listed.getLast())
                .flatMap(difference -> ask(new SiteQuestion(
                        "differs/" + each.id(),
                        each.text() + ": it is not what it was before, " + difference
                                + ". Is that explained, and may the site go on?",
                        false)));
    }

    private Optional<SiteAction> list(Comparison each) {
        String what = "list/" + each.id();
        Optional<SiteChecks.Refusal> refusal = board.state().checks().lasting(what, board.now());
        if (board.state().isAgreed(what)) {
            return Optional.empty();
        }
        return refusal.isEmpty()
                ? Optional.of(new SiteAction.Inspect(each.id()))
                : ask(new SiteQuestion(
                        what,
                        each.text() + ": for " + SiteChecks.PATIENCE.toMinutes() + " minutes it could not be listed ("
                                + refusal.get().reason() + "). Is the site to go on without comparing it?",
                        false));
    }

    private boolean hasBegun(String tier) {
        return board.plan().waves().stream()
                .filter(wave -> wave.tier().equals(tier))
                .flatMap(wave -> wave.members().stream())
                .anyMatch(member -> board.known(member).run().isPresent());
    }

    /** Asks until somebody has agreed; a no ends the run. */
    Optional<SiteAction> ask(SiteQuestion question) {
        return board.state().isAgreed(question.id())
                ? Optional.empty()
                : SiteBudget.refused(board.state(), question.id()).or(() -> Optional.of(new SiteAction.Ask(question)));
    }
}
