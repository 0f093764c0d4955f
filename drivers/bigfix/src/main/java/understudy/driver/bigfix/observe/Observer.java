package understudy.driver.bigfix.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import understudy.core.model.ClusterSnapshot;
import understudy.core.model.Finding;
import understudy.core.model.Targets;
import understudy.core.model.Version;
import understudy.driver.bigfix.BigFixSettings;
import understudy.driver.bigfix.Component;
import understudy.driver.bigfix.Refusal;
import understudy.driver.bigfix.StatusText;
import understudy.driver.bigfix.Waits;
import understudy.driver.bigfix.lock.Marks;
import understudy.driver.bigfix.wire.BigFixApi;
import understudy.driver.bigfix.wire.Relevance;
import understudy.driver.bigfix.wire.Silence;
import understudy.engine.ports.Observation;

/** Looks at the cluster through the server: reports that are of now, relevance, our marks. */
public final class Observer {
    private final BigFixSettings settings;
    private final BigFixApi api;
    private final Reports reports;
    private final Marks marks;

    public Observer(BigFixSettings settings, BigFixApi api, Marks marks) {
        this.settings = settings;
        this.api = api;
        this.marks = marks;
        this.reports = new Reports(settings, api);
    }

    /** Something was changed through us: older reports do not count. */
    public void changed() {
        reports.changed();
    }

    /** One look, with the relevance of the cluster Fixlets and of these patches. */
    public View look(Set<Component> patches) throws Silence, Refusal {
        var computers = reports.fresh();
        Set<String> relevant = new HashSet<>();
        Map<String, Set<Integer>> bySite = new LinkedHashMap<>();
        settings.fixlets()
                .bySite()
                .forEach((site, ids) ->
                        bySite.computeIfAbsent(site, _ -> new LinkedHashSet<>()).addAll(ids));
        patches.forEach(patch ->
                bySite.computeIfAbsent(patch.site(), _ -> new LinkedHashSet<>()).add(patch.id()));
        for (var site : bySite.entrySet()) {
            for (List<String> tuple : api.query(Relevance.applicable(site.getKey(), List.copyOf(site.getValue())))) {
                if (tuple.size() == 2 && tuple.stream().allMatch(text -> text.matches("\\d{1,9}"))) {
                    relevant.add(View.key(
                            site.getKey(), Integer.parseInt(tuple.getFirst()), Integer.parseInt(tuple.getLast())));
                }
            }
        }
        return new View(computers, relevant, actions(patches), marks.list());
    }

    private Map<String, List<View.OnComputer>> actions(Set<Component> patches) throws Silence {
        Map<String, List<View.OnComputer>> actions = new LinkedHashMap<>();
        for (Component patch : patches) {
            List<View.OnComputer> results = new ArrayList<>();
            for (List<String> tuple : api.query(Relevance.results("understudy-", patch.inTitle()))) {
                if (tuple.size() == 3 && tuple.get(1).matches("\\d{1,9}")) {
                    StatusText.find(tuple.get(2))
                            .ifPresent(status ->
                                    results.add(new View.OnComputer(Integer.parseInt(tuple.get(1)), status.meaning())));
                }
            }
            actions.put(patch.toString(), List.copyOf(results));
        }
        return actions;
    }

    /** The look as the engine wants it. */
    public Observation observe(Targets targets) {
        Instant askedAt = settings.clock().instant();
        try {
            var view = look(patches(targets));
            if (view.teller().isEmpty()) {
                return notSeen("no node's agent has reported what the cluster looks like. Is the analysis of Understudy"
                        + " activated, and does a Cluster service run?");
            }
            return new Observation.Seen(new SnapshotReader(settings, view, targets).read(askedAt));
        } catch (Silence silence) {
            return notSeen(silence.sentence());
        } catch (Refusal refusal) {
            return new Observation.NotSeen(refusal.finding());
        }
    }

    private Observation notSeen(String reason) {
        return new Observation.NotSeen(Finding.error(
                "BIGFIX-NOT-SEEN",
                settings.cluster(),
                "The cluster " + settings.cluster() + " cannot be seen through BigFix: " + reason,
                "See docs/bigfix.md for what has to be prepared."));
    }

    /** The patches that are among the targets. */
    static Set<Component> patches(Targets targets) {
        Set<Component> patches = new LinkedHashSet<>();
        targets.byNode().values().stream()
                .flatMap(List::stream)
                .map(Version::component)
                .flatMap(component -> Component.read(component).stream())
                .forEach(patches::add);
        return patches;
    }

    /** Looks again and again until the cluster differs from the last look. */
    public Observation observeChange(ClusterSnapshot last, Targets targets, java.time.Duration atMost) {
        Instant until = settings.clock().instant().plus(atMost);
        var waits = new Waits(settings);
        while (true) {
            var seen = observe(targets);
            boolean same = seen instanceof Observation.Seen(ClusterSnapshot now) && now.showsTheSameAs(last);
            if (!same
                    || !settings.clock().instant().isBefore(until)
                    || Thread.currentThread().isInterrupted()) {
                return seen;
            }
            waits.pause();
        }
    }
}
