package understudy.driver.bigfix.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Call;
import understudy.driver.bigfix.wire.Document;
import understudy.driver.bigfix.wire.Page;
import understudy.driver.bigfix.wire.Silence;

/**
 * Server Automation's own REST service. The elements are those of examples in public repositories; the schema is served only by the
 * product and was not seen.
 */
public final class AutomationApi {
    static final String NAMESPACE = "http://iemfsa.tivoli.ibm.com/REST";

    private final BigFixApi api;

    public AutomationApi(BigFixApi api) {
        this.api = api;
    }

    /** The execution template of a plan, by its site and id: {@code master/3501}, {@code custom/NAME/3501}. */
    public AutomationPlan plan(String place) throws Silence {
        var template = Document.child(root("/serverautomation/plan/" + path(place)), "execute-plan");
        if (template.isEmpty()) {
            throw new Silence("Server Automation's answer for the plan " + place + " holds no plan.", false);
        }
        List<AutomationPlan.Step> steps = new ArrayList<>();
        for (Element step : Document.children(template.get(), "step")) {
            steps.add(new AutomationPlan.Step(
                    number(step.getAttribute("sequence")),
                    decoded(step.getAttribute("name")),
                    Optional.empty(),
                    targets(step)));
        }
        return new AutomationPlan(template.get().getAttribute("action-name"), steps);
    }

    private static List<AutomationPlan.Target> targets(Element step) {
        return Document.child(step, "target-set").stream()
                .flatMap(set -> Document.children(set, "computer").stream())
                .map(one -> new AutomationPlan.Target(one.getAttribute("name"), number(one.getAttribute("id"))))
                .toList();
    }

    /** Starts it; the number of the plan's action. */
    public int start(String place, AutomationPlan plan) throws Silence {
        var page = new Page("sa-rest", "xmlns", NAMESPACE)
                .start("execute-plan", "action-name", plan.name(), "prefetch", "false");
        for (AutomationPlan.Step step : plan.steps()) {
            page.start("step", "sequence", Integer.toString(step.sequence()), "name", step.name());
            page.start("target-set");
            step.targets()
                    .forEach(
                            target -> page.start("computer", "name", target.name(), "id", Integer.toString(target.id()))
                                    .end());
            page.end().end();
        }
        var call = new Call(
                "POST",
                "/serverautomation/plan/" + path(place),
                Optional.of(page.whole()),
                "application/xml",
                "plan \"" + plan.name() + "\"");
        return number(api.whole(call).strip());
    }

    /** How a started plan stands. */
    public PlanProgress progress(int action) throws Silence {
        var set = Document.child(root("/serverautomation/planaction/" + action), "status-set");
        if (set.isEmpty()) {
            throw new Silence("Server Automation's answer for the action " + action + " holds no status.", false);
        }
        return new PlanProgress(
                set.get().getAttribute("action-name"),
                set.get().getAttribute("state").equalsIgnoreCase("Open"),
                Document.children(set.get(), "status").stream()
                        .map(status -> new PlanProgress.Step(
                                status.getTextContent().strip().replaceFirst("^#\\{IEMPlan[^}]*\\} ?", ""),
                                status.getAttribute("overall"),
                                status.getAttribute("state"),
                                status.getAttribute("percent")))
                        .toList());
    }

    private Element root(String path) throws Silence {
        return Document.read(api.whole(Call.of("GET", path)))
                .orElseThrow(() -> new Silence("The answer of " + api.server() + " is no XML.", false));
    }

    private static String path(String place) {
        return Arrays.stream(place.split("/")).map(BigFixApi::encoded).collect(Collectors.joining("/"));
    }

    /** Names of steps come URL-encoded in some versions. */
    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return text;
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
