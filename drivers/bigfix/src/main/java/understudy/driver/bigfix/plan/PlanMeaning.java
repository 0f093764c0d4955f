package understudy.driver.bigfix.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import understudy.core.model.Finding;
import understudy.driver.bigfix.Fixlets;
import understudy.driver.bigfix.Role;

/** What the steps of a plan of Server Automation are in our words, and what a person should know before it is started. */
public final class PlanMeaning {
    private static final Map<String, String> WORDS = Map.of(
            "pause node", "drain: pause",
            "move groups", "drain: move groups away",
            "resume node", "release: resume",
            "move exchange 2007 mailbox server", "hand over the mailbox server (an outage)",
            "restart endpoint", "restart, where one is pending",
            "restart all endpoints", "restart");

    private final Fixlets fixlets;

    public PlanMeaning(Fixlets fixlets) {
        this.fixlets = fixlets;
    }

    /** One step in one sentence. */
    public String sentence(AutomationPlan.Step step) {
        var where = step.targets().isEmpty()
                ? "no computer yet"
                : step.targets().stream().map(AutomationPlan.Target::name).collect(Collectors.joining(", "));
        return step.sequence() + "  " + meaning(step) + "  (" + step.name() + ") on " + where;
    }

    private String meaning(AutomationPlan.Step step) {
        return step.fixlet()
                .flatMap(this::role)
                .map(Role::word)
                .orElseGet(() -> known(step).orElse("install"));
    }

    private Optional<Role> role(int fixlet) {
        for (Role role : Role.values()) {
            if (fixlets.of(role).id() == fixlet) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> known(AutomationPlan.Step step) {
        var name = step.name().toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What is missing in it. */
    public List<Finding> findings(AutomationPlan plan) {
        List<Finding> findings = new ArrayList<>();
        var meanings = plan.steps().stream().map(this::meaning).toList();
        long pauses = meanings.stream()
                .filter(text -> text.startsWith("drain: pause") || text.startsWith("pause"))
                .count();
        long resumes = meanings.stream()
                .filter(text -> text.startsWith("release") || text.startsWith("resume"))
                .count();
        if (resumes < pauses) {
            findings.add(Finding.warning(
                    "BIGFIX-PLAN-LEAVES-A-PAUSE",
                    plan.name(),
                    "The plan \"" + plan.name() + "\" pauses " + pauses + " times and resumes " + resumes
                            + " times: a pause survives restarts.",
                    "Add a resume step, as a failure step too."));
        }
        int install = meanings.indexOf("install");
        boolean restarts = install >= 0
                && meanings.subList(install, meanings.size()).stream().anyMatch(text -> text.startsWith("restart"));
        if (install >= 0 && !restarts) {
            findings.add(Finding.warning(
                    "BIGFIX-PLAN-WITHOUT-RESTART",
                    plan.name(),
                    "The plan \"" + plan.name()
                            + "\" installs and does not restart: where a patch asks for a restart, it stands in"
                            + " Pending Restart until somebody restarts the node.",
                    "Add a restart step after the patch."));
        }
        return findings;
    }
}
