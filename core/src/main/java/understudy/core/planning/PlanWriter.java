package understudy.core.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.core.planning.Plan.PlannedOutage;
import understudy.core.planning.Route.Leg;
import understudy.core.planning.Route.Move;
import understudy.core.procedure.Procedure;

/** Writes the stages of a route: for each leg the handovers, then the visits that overlap. */
final class PlanWriter {
    private final Draft draft;
    private final Problem problem;
    private final Transitions transitions;
    private final FenceWriter fence;
    private final GapWriter gap;
    private final AllTogetherWriter asOne;
    private final Layout layout;

    /** Nodes that the plan leaves out of the cluster so far. */
    private final BitSet heldOut = new BitSet();

    PlanWriter(Draft draft, Problem problem) {
        this.draft = draft;
        this.problem = problem;
        this.transitions = new Transitions(problem);
        this.layout = Layout.of(problem);
        heldOut.or(problem.waiting);
        this.fence = new FenceWriter(draft, problem);
        this.gap = new GapWriter(draft, problem, transitions);
        this.asOne = new AllTogetherWriter(draft, problem, gap);
    }

    /** Ends the handovers that were broken off while clients wait, before anything else is done. */
    void endOutages() {
        problem.underWay.stream().filter(handover -> !handover.newOutage()).forEach(this::finish);
    }

    /** Writes every leg; the layout that comes back is where the groups will be. */
    Layout write(Route route) {
        problem.underWay.stream().filter(HandoverUnderWay::newOutage).forEach(this::finish);
        List<Step> lead = new ArrayList<>(fence.forFenced(layout));
        if (route.legs().isEmpty() && !lead.isEmpty()) {
            draft.stages.add(new Stage(
                    "Keep groups off older nodes",
                    lead,
                    List.of(),
                    "Newer binaries have started these groups, and a node without them must never get them."));
        }
        Duration together = isAllTogether() ? expected(route) : Duration.ZERO;
        for (int at = 0; at < route.legs().size(); at++) {
            write(
                    route.legs().get(at),
                    lead,
                    together,
                    comers(route.legs().subList(at + 1, route.legs().size())));
            lead.clear();
        }
        if (isAllTogether()) {
            asOne.start();
        }
        if (problem.onlyBack) {
            new ReturnWriter(draft, problem).write();
        }
        fence.sayWhatIsLost();
        return layout;
    }

    private void finish(HandoverUnderWay handover) {
        Unit unit = problem.units.stream()
                .filter(each -> each.members().stream()
                        .anyMatch(group -> group.id().equals(handover.group().id())))
                .findFirst()
                .orElseThrow();
        var writer = new HandoverWriter(draft, unit, handover.from(), handover.to());
        String reason = handover.reason();
        boolean home = handover.way() == HandoverUnderWay.Way.HOME;
        List<NodeId> withdraw = home ? List.of() : fence.withdrawFor(unit, layout);
        List<Step> steps = writer.rest(
                handover.left(),
                new HandoverWriter.Setting(!home, isOut(handover.to()), withdraw, reason),
                handover.newOutage());
        if (handover.newOutage()) {
            gap.upgradeInService(handover);
            draft.outages.add(new PlannedOutage(
                    handover.group().id(),
                    handover.group().weight(),
                    draft.stageNumber(),
                    handover.from(),
                    handover.to(),
                    writer.outage(),
                    false,
                    reason));
        }
        heldOut.clear(problem.index.getOrDefault(handover.to(), problem.nodes.size()));
        if (!steps.isEmpty()) {
            String title = "Bring " + unit.names() + (home ? " back into service on " : " forward to ") + handover.to();
            draft.stages.add(new Stage(title, steps, List.of(), reason));
        }
    }

    /** The nodes to which a handover of a later leg comes. */
    private static BitSet comers(List<Leg> later) {
        BitSet nodes = new BitSet();
        later.forEach(leg -> leg.moves().forEach(move -> nodes.set(move.to())));
        return nodes;
    }

    private boolean isOut(NodeId node) {
        Integer at = problem.index.get(node);
        return at != null && heldOut.get(at);
    }

    private Duration expected(Route route) {
        return InPlaceOutage.expected(draft)
                .multipliedBy(Math.max(1, route.legs().size()));
    }

    private void write(Leg leg, List<Step> firstLead, Duration together, BitSet comers) {
        List<Step> lead = new ArrayList<>();
        lead.addAll(firstLead);
        String title = StageReasons.title(problem, leg);
        String reason = StageReasons.why(problem, layout, leg);
        for (Move move : leg.moves()) {
            lead.addAll(handover(move));
        }
        askBeforeTheLast(leg).ifPresent(lead::add);
        BitSet visits = new BitSet();
        leg.visits().forEach(visits::set);
        lead.addAll(fence.forStaying(visits, layout));
        warnOfQuorum(visits);
        if (isAllTogether()) {
            lead.addAll(asOne.stop(visits, together));
            leg.visits().forEach(node -> lead.addAll(asOne.bring(problem.id(node))));
        } else {
            downWith(visits);
        }
        List<Stage.Track> tracks = new ArrayList<>();
        for (int node : leg.visits()) {
            boolean staying = layout.weightedOn[node] > 0;
            boolean staysOut = draft.input.procedure().joinsInHandover() && comers.get(node);
            List<Step> steps = new VisitWriter(
                            draft, problem.works.get(node), fence.withdrawnFrom(node), staying, staysOut)
                    .write();
            heldOut.set(node, staysOut);
            tracks.add(new Stage.Track(problem.id(node), interrupted(steps, node)));
            fence.granted(node);
        }
        transitions.apply(visits, layout);
        draft.stages.add(new Stage(title, lead, tracks, reason));
    }

    private List<Step> handover(Move move) {
        Unit unit = problem.units.get(move.unit());
        NodeId from = problem.id(move.from());
        NodeId to = problem.id(move.to());
        boolean patched = !problem.onlyBack && problem.isPatched(move.to(), layout);
        var writer = new HandoverWriter(draft, unit, from, to);
        String reason = StageReasons.whyThere(problem, layout, move);
        gap.handover(move, layout);
        List<NodeId> withdraw = patched ? fence.withdrawFor(unit, layout) : List.of();
        List<Step> steps = writer.write(new HandoverWriter.Setting(patched, isOut(to), withdraw, reason));
        heldOut.clear(move.to());
        unit.members().stream()
                .filter(group -> group.weight() > 0)
                .forEach(group -> draft.outages.add(new PlannedOutage(
                        group.id(), group.weight(), draft.stageNumber(), from, to, writer.outage(), false, reason)));
        transitions.apply(move, layout);
        return steps;
    }

    /** After the handover, when the patched nodes serve: before it nobody could tell whether the service is well there. */
    private Optional<Step> askBeforeTheLast(Leg leg) {
        BitSet left = problem.pending(layout);
        leg.visits().forEach(left::clear);
        boolean disruptive =
                leg.visits().stream().anyMatch(node -> problem.works.get(node).disruptive());
        if (problem.onlyBack || !draft.input.policy().goNoGo() || !left.isEmpty() || !disruptive) {
            return Optional.empty();
        }
        String nodes =
                leg.visits().stream().map(node -> problem.id(node).value()).collect(Collectors.joining(" and "));
        String key = DoneSteps.key("go-no-go", draft.input.snapshot().cluster());
        if (draft.done.contains(key)) {
            return Optional.empty();
        }
        String question =
                "Is the service well on the nodes that are patched, so that " + nodes + " may be patched too?";
        return Optional.of(draft.ofCluster(
                OwnSteps.goNoGo(question),
                List.of(new Condition.ProvenByStep()),
                nodes + " is the last without the patch, and so the only quick way back."));
    }

    private void warnOfQuorum(BitSet visits) {
        BitSet absent = transitions.rules.absent(visits, layout);
        if (transitions.rules.quorumHolds(absent, layout) && !transitions.rules.survivesOneMore(absent, layout)) {
            String names = transitions.rules.names(visits);
            draft.warnings.add(Finding.warning(
                    "QUORUM-WITHOUT-MARGIN",
                    names,
                    "While " + names + " is away, the cluster does not survive the loss of one more voter.",
                    ""));
        }
    }

    /** Groups that go down with the nodes of a stage: in place, accepted by name, or too few nodes left. */
    private void downWith(BitSet visits) {
        boolean inPlace = problem.isInPlace();
        for (Unit unit : problem.units) {
            int owner = layout.owner[unit.index()];
            if (!visits.get(owner) || !problem.works.get(owner).disruptive()) {
                continue;
            }
            String why = unit.names() + " stays on " + problem.id(owner) + " and is down while it is patched, because "
                    + (inPlace ? "the procedure patches in place." : "its outage is accepted by name.");
            unit.members().stream()
                    .filter(group -> group.weight() > 0)
                    .forEach(group -> draft.outages.add(new PlannedOutage(
                            group.id(),
                            group.weight(),
                            draft.stageNumber(),
                            problem.id(owner),
                            problem.id(owner),
                            InPlaceOutage.expected(draft),
                            false,
                            why)));
        }
        for (int at = 0; at < problem.spreads.size(); at++) {
            var spread = problem.spreads.get(at);
            if (transitions.rules.fallsShort(at, visits, layout)) {
                boolean again =
                        draft.outages.stream().anyMatch(outage -> outage.group().equals(spread.id()));
                if (again || !new Bound(problem).isForced(spread)) {
                    gap.tooFew(spread.id().value(), draft.stageNumber());
                }
                NodeId first = problem.id(visits.nextSetBit(0));
                draft.outages.add(new PlannedOutage(
                        spread.id(),
                        spread.weight(),
                        draft.stageNumber(),
                        first,
                        first,
                        InPlaceOutage.expected(draft),
                        false,
                        spread.id() + " is served by fewer than " + spread.least() + " nodes while "
                                + transitions.rules.names(visits) + " is patched."));
            }
        }
    }

    /** Marks the step of a visit with which the groups on the node go down. */
    private List<Step> interrupted(List<Step> steps, int node) {
        List<Step.Interruption> down = new ArrayList<>();
        for (PlannedOutage outage : draft.outages) {
            boolean here = outage.stage() == draft.stageNumber()
                    && !isAllTogether()
                    && outage.from().equals(outage.to())
                    && outage.from().equals(problem.id(node));
            if (here) {
                down.add(new Step.Interruption(outage.group(), outage.expected()));
            }
        }
        return down.isEmpty() ? steps : InPlaceOutage.mark(steps, down);
    }

    private boolean isAllTogether() {
        return draft.input.procedure().visit() == Procedure.Visit.ALL_TOGETHER;
    }
}
