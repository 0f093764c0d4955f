package understudy.core.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import understudy.core.site.MemberState.Standing;

/** Who stands against beginning a member: those that share its clients, and those between which there is a vote. */
final class SiteNeighbours {
    private final SiteBoard board;
    private final Map<String, List<MemberName>> pools = new HashMap<>();
    private final Map<MemberName, Set<MemberName>> votes = new HashMap<>();
    private final Set<MemberName> begun = new HashSet<>();

    SiteNeighbours(SiteBoard board) {
        this.board = board;
        board.plan().members().forEach(member -> {
            member.pool()
                    .ifPresent(pool ->
                            pools.computeIfAbsent(pool, _ -> new ArrayList<>()).add(member.name()));
            for (MemberName other : member.witnessOf()) {
                votes.computeIfAbsent(member.name(), _ -> new LinkedHashSet<>()).add(other);
                votes.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(member.name());
            }
        });
    }

    /** The member begins now, which the ones after it must mind. */
    void begins(SiteMember member) {
        begun.add(member.name());
    }

    /** Nobody where the member may begin. */
    List<MemberName> against(Wave wave, SiteMember member) {
        List<MemberName> sharing = wave.together() ? List.of() : sharing(member);
        int limit = member.pool().map(board.plan()::limit).orElse(0);
        return Stream.concat(sharing.size() < limit ? Stream.empty() : sharing.stream(), voting(member))
                .distinct()
                .toList();
    }

    /** Where only those whom nobody is working on stand against it, a person may say that it is to begin all the same. */
    Optional<SiteAction> question(Wave wave, SiteMember member) {
        List<MemberName> against = against(wave, member);
        // Whoever is out of reach too does not wait for the other one, or both would wait for ever.
        boolean waits = board.standing(member) == Standing.WAITING;
        boolean changes = against.stream()
                .map(board.state()::member)
                .anyMatch(known -> known.standing() == Standing.UNDER_WAY
                        || (waits && known.standing() == Standing.AWAY && known.tries() < SiteBoard.TRIES));
        if (against.isEmpty() || changes) {
            return Optional.empty();
        }
        MemberName other = against.getFirst();
        SiteQuestion question = new SiteQuestion(
                id(member.name(), other),
                other + (board.state().member(other).standing() == Standing.AWAY ? " was out of reach" : " failed")
                        + " and may not be at work, and " + between(member, other) + ": is " + member.name()
                        + " to begin all the same?",
                false);
        return SiteBudget.refused(board.state(), question.id()).or(() -> Optional.of(new SiteAction.Ask(question)));
    }

    private String between(SiteMember member, MemberName other) {
        return votes.getOrDefault(member.name(), Set.of()).contains(other)
                ? "there is a vote between it and " + member.name()
                : "it shares the clients of " + member.pool().orElse("") + " with " + member.name();
    }

    private List<MemberName> sharing(SiteMember member) {
        return member.pool().map(pools::get).stream()
                .flatMap(List::stream)
                .filter(other -> isInDoubt(member, other))
                .toList();
    }

    /** Those with whom there is a vote, and who may be away. */
    Stream<MemberName> voting(SiteMember member) {
        return votes.getOrDefault(member.name(), Set.of()).stream().filter(other -> isInDoubt(member, other));
    }

    private boolean isInDoubt(SiteMember member, MemberName other) {
        return !other.equals(member.name())
                && (begun.contains(other)
                        || (board.state().has(other)
                                && board.state().member(other).standing().isInDoubt()
                                && !board.state().isAgreed(id(member.name(), other))));
    }

    private String id(MemberName member, MemberName other) {
        return "beside/" + member + "/" + other + "/"
                + board.state().member(other).tries();
    }
}
