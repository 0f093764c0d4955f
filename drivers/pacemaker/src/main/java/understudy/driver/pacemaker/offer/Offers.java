package understudy.driver.pacemaker.offer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.driver.pacemaker.node.NodeLink;
import understudy.driver.pacemaker.node.Script;
import understudy.engine.ports.Offer;
import understudy.remote.Answer;

/** Asks every node at once what its own sources offer. */
public final class Offers {
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final List<NodeLink> links;
    private final ExecutorService threads;

    public Offers(List<NodeLink> links, ExecutorService threads) {
        this.links = List.copyOf(links);
        this.threads = threads;
    }

    /** What the patch would change on each node. */
    public Offer offer(Patch patch) {
        return switch (patch.content()) {
            case Patch.Content.AllOffered() -> ask(List.of());
            case Patch.Content.Packages(var packages) ->
                ask(packages.stream()
                        .map(one -> one.component() + "=" + one.version())
                        .toList());
            case Patch.Content.Files _, Patch.Content.Named _ ->
                new Offer(
                        List.of(),
                        List.of(Finding.error(
                                "PATCH-KIND",
                                patch.id(),
                                "The patch " + patch.id()
                                        + " has installer files or a fixlet, and Pacemaker nodes are patched with "
                                        + "their distribution's packages.",
                                "Use packages: all, or a list of packages.")));
        };
    }

    private Offer ask(List<String> targets) {
        List<CompletableFuture<NodeFindings>> asked = links.stream()
                .map(link -> CompletableFuture.supplyAsync(() -> ask(link, targets), threads))
                .toList();
        List<Offer.NodeOffer> offers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (CompletableFuture<NodeFindings> node : asked) {
            var answer = node.join();
            answer.offer().ifPresent(offers::add);
            findings.addAll(answer.findings());
        }
        return new Offer(offers, findings);
    }

    private static NodeFindings ask(NodeLink link, List<String> targets) {
        var script = Script.of(List.of("offer"), targets);
        return switch (link.run(script, DEADLINE)) {
            case Answer.Finished finished -> NodeFindings.read(link.node(), script.blocks(finished.output()));
            case Answer.Unanswered unanswered ->
                NodeFindings.only(Finding.error(
                        "OFFER-NO-ANSWER",
                        link.nodeName(),
                        "What " + link.nodeName() + " is offered is not known: " + unanswered.reason(),
                        "Make it answer, then try again."));
        };
    }
}
