package understudy.driver.bigfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import understudy.core.model.Change;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.driver.bigfix.observe.Computer;
import understudy.driver.bigfix.observe.Observer;
import understudy.driver.bigfix.observe.View;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Offer;

/** Is the cluster ready for a patch through BigFix, and where would it be installed: every finding; none changes anything. */
final class Readiness {
    private final BigFixSettings settings;
    private final BigFixApi api;
    private final Observer observer;

    Readiness(BigFixSettings settings, BigFixApi api, Observer observer) {
        this.settings = settings;
        this.api = api;
        this.observer = observer;
    }

    private static Optional<FixletRef> fixlet(Patch patch) {
        return patch.content() instanceof Patch.Content.Named(String site, String id) && id.matches("\\d{1,9}")
                ? Optional.of(new FixletRef(site, Integer.parseInt(id)))
                : Optional.empty();
    }

    Offer offer(Patch patch) {
        var ref = fixlet(patch);
        if (ref.isEmpty()) {
            return new Offer(
                    List.of(),
                    List.of(Finding.error(
                            "BIGFIX-NO-FIXLET",
                            patch.id(),
                            "The patch " + patch.id() + " names no Fixlet, and BigFix installs nothing else.",
                            "Write `fixlet: {site: ..., id: \"...\"}` into the patch.")));
        }
        try {
            var definition = api.definition(ref.get().siteName(), ref.get().id());
            if (definition.isEmpty()) {
                return new Offer(List.of(), List.of(unknown(ref.get())));
            }
            var meant = new PatchDefinition(ref.get(), definition.get());
            return meant.findings().stream().anyMatch(Finding::blocks)
                    ? new Offer(List.of(), meant.findings())
                    : offered(meant, observer.look(Set.of(Component.of(ref.get()))));
        } catch (Silence silence) {
            return new Offer(List.of(), List.of(Refusal.silent(silence.sentence(), api.server())));
        } catch (Refusal refusal) {
            return new Offer(List.of(), List.of(refusal.finding()));
        }
    }

    private Finding unknown(FixletRef ref) {
        return Finding.error(
                "BIGFIX-NO-SUCH-FIXLET",
                ref.toString(),
                "The site " + ref.siteName() + " of " + api.server() + " has no Fixlet, task or baseline " + ref.id()
                        + ".",
                "Correct the patch; is the site subscribed?");
    }

    /** A node on which it is not relevant counts as patched; where that is so on some nodes only, a person should know. */
    private Offer offered(PatchDefinition meant, View view) {
        var patch = Component.of(meant.ref());
        List<Offer.NodeOffer> offers = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(meant.findings());
        List<String> without = new ArrayList<>();
        for (BigFixNode node : settings.nodes()) {
            var computer = view.computer(node.node()).filter(Computer::isFresh);
            if (computer.isEmpty()) {
                findings.add(silent(node));
                continue;
            }
            boolean relevant =
                    view.isRelevant(patch.site(), patch.id(), computer.get().id());
            if (!relevant) {
                without.add(node.node().value());
            }
            offers.add(new Offer.NodeOffer(
                    node.node(),
                    relevant
                            ? List.of(new Change(patch.toString(), Component.BEHIND, Component.REACHED, 0))
                            : List.of(),
                    relevant && meant.asking().isPresent(),
                    Optional.of("BigFix has no action that takes a Fixlet back")));
        }
        if (!without.isEmpty() && without.size() < settings.nodes().size()) {
            findings.add(Finding.warning(
                    "BIGFIX-RELEVANT-HERE-AND-THERE",
                    patch.toString(),
                    "\"" + meant.definition().title() + "\" is not relevant on " + String.join(", ", without)
                            + ", which count as patched: on the others it is relevant.",
                    "See that they have it, and do not merely lack what it needs."));
        }
        return new Offer(offers, findings);
    }

    private static Finding silent(BigFixNode node) {
        return Finding.error(
                "BIGFIX-SILENT",
                node.node().value(),
                "The agent of " + node.node() + " has not reported although it was told to.",
                "Look at the BES Client service on " + node.node() + ".");
    }

    List<Finding> check(Patch patch) {
        try {
            api.login();
            List<Finding> findings = new ArrayList<>();
            var view = observer.look(Set.of());
            for (BigFixNode node : settings.nodes()) {
                view.computer(node.node()).ifPresent(computer -> node(view, computer, findings));
            }
            cluster(view, findings);
            findings.addAll(offer(patch).findings());
            return findings.stream().distinct().toList();
        } catch (Silence silence) {
            return List.of(Refusal.silent(silence.sentence(), api.server()));
        } catch (Refusal refusal) {
            return List.of(refusal.finding());
        }
    }

    private void node(View view, Computer computer, List<Finding> findings) {
        var name = computer.node().value();
        if (!computer.isFresh()) {
            return;
        }
        if (computer.boot().isEmpty()) {
            findings.add(Finding.error(
                    "BIGFIX-NO-ANALYSIS",
                    name,
                    "The agent of " + name
                            + " reports no properties of Understudy, so that its cluster cannot be seen.",
                    "Import and activate the analysis: `understudy export bigfix --analysis`."));
        }
        var missing = Prepared.missing(settings, view, computer);
        if (!missing.isEmpty()) {
            findings.add(Finding.error(
                    "BIGFIX-NOT-PREPARED",
                    name,
                    name + " is not prepared for cluster Fixlets: "
                            + String.join(
                                    ", ",
                                    missing.stream()
                                            .map(role ->
                                                    settings.fixlets().of(role).toString())
                                            .toList())
                            + " still to be taken.",
                    "`understudy bigfix prepare` takes them."));
        }
        if (!computer.all("installers").isEmpty()) {
            findings.add(Finding.error(
                    "BIGFIX-INSTALLER",
                    name,
                    "On " + name + " an installer runs already: " + String.join(", ", computer.all("installers")) + ".",
                    "Wait until it has ended, in every logon session."));
        }
    }

    private void cluster(View view, List<Finding> findings) {
        if (settings.nodes().size() > 2) {
            findings.add(
                    Finding.warning(
                            "BIGFIX-MANY-NODES",
                            settings.cluster(),
                            settings.cluster()
                                    + " has more than two nodes, and the Fixlets that move groups name no destination: a"
                                    + " group is handed over only while every other node is paused.",
                            "Pause the nodes that are to take nothing before the handover, or patch this cluster another way."));
        }
        view.groups().keySet().stream()
                .filter(group -> group.indexOf('|') >= 0)
                .forEach(group -> findings.add(Finding.error(
                        "BIGFIX-NAME",
                        group,
                        "The name of the group " + group + " holds a bar, which parts the words of our analysis.",
                        "Rename it in the cluster.")));
    }
}
