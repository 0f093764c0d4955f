package understudy.driver.bigfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.core.model.Finding;
import understudy.driver.bigfix.wire.Definition;

/** What the scripts of a Fixlet or a baseline tell before anything is started: will it ask for a restart, and does it do it itself. */
record PatchDefinition(FixletRef ref, Definition definition) {
    private static final Pattern ASKS = Pattern.compile("(?im)^\\s*action\\s+requires\\s+restart\\b");
    private static final Pattern RESTARTS =
            Pattern.compile("(?im)^\\s*(restart|shutdown)\\b|shutdown(\\.exe)?\\s+[/-]r");
    private static final Pattern EXCHANGE_SERVICE_PACK =
            Pattern.compile("(?i)exchange\\b.*\\bservice pack\\b|\\bservice pack\\b.*\\bexchange\\b");
    private static final List<String> RESTART_TITLES = List.of("restart endpoint", "restart all endpoints");

    /** Somebody's script asks for a restart. */
    Optional<Definition.Script> asking() {
        return definition.scripts().stream()
                .filter(script -> ASKS.matcher(script.text()).find())
                .findFirst();
    }

    /** A restart is part of it, after what asks for one. */
    boolean restartsItself() {
        boolean asked = false;
        for (Definition.Script script : definition.scripts()) {
            boolean restarts = RESTARTS.matcher(script.text()).find()
                    || RESTART_TITLES.stream().anyMatch(script.title().toLowerCase(Locale.ROOT)::startsWith);
            if (asked && restarts) {
                return true;
            }
            asked |= ASKS.matcher(script.text()).find();
            if (asked && restarts) {
                return true;
            }
        }
        return false;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (isServicePack()) {
            findings.add(servicePack());
        }
        asking().ifPresent(script -> findings.add(
                restartsItself()
                        ? Finding.note(
                                "BIGFIX-RESTARTS-ITSELF",
                                ref.toString(),
                                "\"" + definition.title() + "\" asks for a restart (\"" + script.title()
                                        + "\") and does it itself: the run waits for it.")
                        : Finding.warning(
                                "BIGFIX-PENDING-RESTART",
                                ref.toString(),
                                "\"" + definition.title() + "\" will end in Pending Restart, because \""
                                        + script.title()
                                        + "\" asks for a restart and none is in it: the run adds one, on each node while it is empty.",
                                "")));
        return findings;
    }

    /** An update rollup names in its title the service pack that it is for, and is none. */
    private boolean isServicePack() {
        var title = definition.title();
        return EXCHANGE_SERVICE_PACK.matcher(title).find()
                && !title.toLowerCase(Locale.ROOT).contains("rollup");
    }

    private Finding servicePack() {
        return Finding.error(
                "BIGFIX-SERVICE-PACK",
                ref.toString(),
                "\"" + definition.title()
                        + "\" is a service pack of Exchange, which is refused through BigFix: its Fixlet moves"
                        + " a mailbox server and neither stops nor upgrades it, so that newer binaries would meet older data.",
                "Use exchange-2007/scc-service-pack over SSH or WinRM.");
    }
}
