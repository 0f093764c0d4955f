package understudy.driver.exchange.ready;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import understudy.core.model.Finding;
import understudy.core.model.Patch;
import understudy.driver.exchange.ExchangeSettings;
import understudy.driver.exchange.Medium;
import understudy.driver.exchange.observe.Talk;
import understudy.remote.windows.PowerShellScript;
import understudy.remote.windows.Said;
import understudy.remote.windows.WindowsNode;
import understudy.remote.windows.WindowsNode.Reply;

/** Puts every question of the list to the nodes and to the organisation. */
final class Survey {
    private static final Duration CALL = Duration.ofMinutes(5);
    private static final PowerShellScript READINESS = PowerShellScript.of(Survey.class, "readiness");
    private static final PowerShellScript ORGANISATION = PowerShellScript.of(Survey.class, "organisation");
    private static final PowerShellScript REVOCATION = PowerShellScript.of(Survey.class, "revocation");
    /** One of the lists against which Microsoft's signatures of its code are checked. */
    private static final String REVOKED = "http://crl.microsoft.com/pki/crl/products/CodeSignPCA.crl";

    private final ExchangeSettings settings;
    private final Talk talk;

    Survey(ExchangeSettings settings, Talk talk) {
        this.settings = settings;
        this.talk = talk;
    }

    List<Finding> findings(Patch patch) {
        Map<String, Said> nodes = new LinkedHashMap<>();
        Map<String, List<String>> services = new LinkedHashMap<>();
        List<Said> organisation = new ArrayList<>();
        List<String> unreached = new ArrayList<>();
        List<Finding> unasked = new ArrayList<>();
        for (WindowsNode node : talk.nodes().all()) {
            var reply = node.run(READINESS, wanted(), CALL);
            if (!(reply instanceof Reply.Heard(var said)) || !said.succeeded()) {
                unasked.add(unasked(node.name(), reply));
                continue;
            }
            nodes.put(node.name(), said);
            Talk.report(node)
                    .ifPresent(report -> services.put(
                            node.name(),
                            report.facts().stream()
                                    .filter(fact -> fact.value().startsWith("Running"))
                                    .map(fact -> fact.name().substring("service.".length()))
                                    .toList()));
            if (organisation.isEmpty()
                    && node.run(ORGANISATION, Map.of(), CALL) instanceof Reply.Heard(var all)
                    && all.succeeded()) {
                organisation.add(all);
            }
            boolean reached = node.run(REVOCATION, Map.of("url", REVOKED), CALL) instanceof Reply.Heard(var answer)
                    && answer.succeeded();
            if (!reached) {
                unreached.add(node.name());
            }
        }
        var found = new Found(settings.cluster(), patch, today(), nodes, services, organisation, unreached);
        boolean isServicePack = Medium.setup(patch).isPresent();
        Stream<Finding> answers = Questions.all().stream()
                .filter(question -> isServicePack || !question.servicePacksOnly())
                .flatMap(question -> question.findings(found).stream());
        return Stream.concat(unasked.stream(), answers).toList();
    }

    /** What could not be asked is not well. */
    private static Finding unasked(String node, Reply reply) {
        String why = switch (reply) {
            case Reply.Heard(Said said) -> said.error();
            case Reply.NotSent(String reason) -> reason;
            case Reply.Lost(String reason) -> reason;
        };
        return Finding.error(
                "EXCHANGE-NOT-ASKED",
                node,
                "Whether " + node + " is ready could not be asked: " + why,
                "Look at Windows Management Instrumentation on " + node + ", then check again.");
    }

    private static Map<String, String> wanted() {
        return Map.of(
                "values", String.join("\n", Questions.VALUES),
                "keys", Questions.LANGUAGE_PACKS,
                "files", String.join("\n", Questions.OVERWRITTEN));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(settings.clock().instant(), ZoneOffset.UTC);
    }
}
