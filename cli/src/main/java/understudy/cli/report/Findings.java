package understudy.cli.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import understudy.core.model.Finding;
import understudy.core.run.Event;

/** Gathers what was found: warnings, what blocked a step, why there was no plan. */
final class Findings {
    private record Key(Finding finding, String about) {}

    private final Map<Key, Noted> noted = new LinkedHashMap<>();

    void take(Event event) {
        switch (event) {
            case Event.PlanAdopted adopted -> note(adopted.at(), adopted.plan().warnings(), "");
            case Event.Warned warned -> note(warned.at(), List.of(warned.finding()), "");
            case Event.NothingLeft nothing -> note(nothing.at(), nothing.notes(), "");
            case Event.GuardsBlocked blocked ->
                note(blocked.at(), blocked.findings(), blocked.step().value());
            case Event.PlanRefused refused -> note(refused.at(), refused.findings(), "the plan");
            case Event other -> {}
        }
    }

    List<Noted> all() {
        return List.copyOf(noted.values());
    }

    private void note(Instant at, List<Finding> findings, String about) {
        for (Finding finding : findings) {
            noted.merge(
                    new Key(finding, about), new Noted(finding, about, at, at, 1), (known, again) -> known.again(at));
        }
    }
}
