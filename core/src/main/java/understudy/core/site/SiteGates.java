package understudy.core.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.core.site.MemberState.Standing;

/** What stands before a wave: a person's word, a pause, a member of an earlier tier that is out of reach. */
final class SiteGates {
    private final SiteBoard board;
    private final SiteProofs proofs;

    SiteGates(SiteBoard board) {
        this.board = board;
        this.proofs = new SiteProofs(board);
    }

    /** Empty where the wave may begin members now; nothing to do but wait where the list is empty. */
    Optional<List<SiteAction>> before(int index) {
        List<SiteMember> missing = missing(index);
        return missing.isEmpty()
                ? proofs.after(earlierTiers(index))
                        .or(() -> finding(index))
                        .or(() -> proofs.hooks(board.plan().waves().get(index)))
                        .or(() -> gate(index))
                        .map(List::of)
                : Optional.of(missing(missing));
    }

    private List<Wave> earlierTiers(int index) {
        List<Wave> all = board.plan().waves();
        return all.subList(0, index).stream()
                .filter(before -> !before.tier().equals(all.get(index).tier()))
                .toList();
    }

    /** What stands before the end, when nobody is left to be begun. */
    Optional<SiteAction> end() {
        return proofs.after(board.plan().waves());
    }

    /** With four eyes somebody else than who started the run agrees to it before anybody is begun. */
    Optional<SiteAction> start() {
        SiteHeader header = board.state().header().orElseThrow();
        SiteQuestion question = new SiteQuestion(
                "start",
                "The site wants two people to answer for run " + header.run() + ", which patches "
                        + board.state().members().size() + " members: may it begin?",
                false,
                header.by());
        return header.plan().fourEyes() ? proofs.ask(question) : Optional.empty();
    }

    /** What nobody has explained about a member of an earlier wave, though it is done. */
    private Optional<SiteAction> finding(int index) {
        return board.plan().waves().subList(0, index).stream()
                .flatMap(before -> before.members().stream())
                .filter(each -> board.known(each).finding().isPresent())
                .map(each -> new SiteQuestion(
                        "finding/" + each.name() + "/" + board.known(each).tries(),
                        each.name() + " is done, but "
                                + board.known(each).finding().get()
                                + " Is that explained, and may wave "
                                + board.plan().waves().get(index).name() + " begin?",
                        false))
                .flatMap(question -> proofs.ask(question).stream())
                .findFirst();
    }

    /** Who of the tiers before is out of reach, so that this wave waits, until a person says that it need not. */
    private List<SiteMember> missing(int index) {
        String tier = board.plan().waves().get(index).tier();
        return board.plan().waves().subList(0, index).stream()
                .filter(before -> !before.tier().equals(tier))
                .flatMap(before -> before.members().stream())
                .filter(each -> board.standing(each) == Standing.AWAY && !isGivenUp(each))
                .toList();
    }

    private List<SiteAction> missing(List<SiteMember> members) {
        return members.stream()
                .filter(each -> board.known(each).tries() >= SiteBoard.TRIES)
                .map(each -> SiteBudget.refused(board.state(), away(each))
                        .orElseGet(() -> new SiteAction.Ask(new SiteQuestion(
                                away(each),
                                each.name() + " was out of reach " + SiteBoard.TRIES
                                        + " times, and what comes after it waits: is the rest to go on without it?",
                                false))))
                .limit(1)
                .toList();
    }

    private boolean isGivenUp(SiteMember member) {
        return board.state().isAgreed(away(member));
    }

    private static String away(SiteMember member) {
        return "away/" + member.name();
    }

    /** What stands before a wave of which nobody was begun. */
    private Optional<SiteAction> gate(int index) {
        Wave wave = board.plan().waves().get(index);
        boolean begun =
                wave.members().stream().anyMatch(each -> board.known(each).tries() > 0);
        if (begun) {
            return Optional.empty();
        }
        if (index > 0 && wave.pause().isPositive()) {
            Instant watched = board.plan().waves().subList(0, index).stream()
                    .flatMap(before -> before.members().stream())
                    .map(each -> board.known(each).changed())
                    .max(Instant::compareTo)
                    .orElse(board.now())
                    .plus(wave.pause());
            if (board.now().isBefore(watched)) {
                return Optional.of(new SiteAction.Await(Optional.of(watched)));
            }
        }
        return confirmation(wave).or(() -> proofs.before(wave)).or(() -> approval(wave));
    }

    private Optional<SiteAction> confirmation(Wave wave) {
        Optional<String> starter = board.state().header().orElseThrow().by();
        return wave.confirmations().stream()
                .flatMap(each -> proofs.confirmation(each, each.byAnother() ? starter : Optional.empty()).stream())
                .findFirst();
    }

    private Optional<SiteAction> approval(Wave wave) {
        int members = wave.members().size();
        SiteQuestion question = new SiteQuestion(
                "wave/" + wave.name(),
                "Wave " + wave.name() + " with " + members + (members == 1 ? " member" : " members")
                        + " is next: may it begin?",
                true);
        return wave.approval() ? proofs.ask(question) : Optional.empty();
    }
}
